import { lossListQuery, lossQuery, lossStandingQuery, paths } from '@backstop/contracts';
import type { Operation } from './operation.ts';

const JSON_TYPE = 'application/json';

const LOSS_ID = { id: 'Id of the loss.' };

const example = {
  account: 'a-1',
  contract: 'BTCUSDT',
  markPrice: '64000',
  deficit: { asset: 'USDT', amount: '1250.5' },
  candidates: [{ id: 'a-2', accountValue: '9000', notional: '64000', positivePnl: '3000' }],
};

/** Why a loss that a body describes cannot be run. */
const OF_A_LOSS: Operation['problems'] = [
  'body_must_be_json',
  'body_must_not_be_too_large',
  'media_type_must_be_supported',
  'request_must_be_valid',
  'query_must_be_valid',
  'as_of_must_not_be_in_the_future',
  'book_snapshot_not_found',
  'waterfall_must_be_in_force',
  'fund_must_be_as_declared',
  'no_policy_set_in_force',
  'policy_set_not_confirmed',
  'policy_set_must_be_valid',
];

/** The routes of losses. */
export const lossOperations: readonly Operation[] = [
  {
    method: 'post',
    path: paths.losses,
    id: 'runLoss',
    group: 'Losses',
    title: 'Run a loss through the waterfall',
    text: 'Who bears what an account leaves, layer by layer, in whole units, with a proof for each line and one digest. Candidates come with the loss (as JSON up to 1 MiB, or as `application/x-ndjson`: a line `{"loss": …}`, then a line `{"candidate": …}` for each, up to 128 MiB) or from a stored book. The run, the fund’s draw and the allocation are stored in one transaction, once for each `Idempotency-Key`, which takes `loss:write` as well; with `dryRun=true` the very same way is gone and undone.',
    permission: 'loss:try',
    query: lossQuery,
    body: { mediaType: JSON_TYPE, component: 'LossRequest', example },
    answer: { status: 201, text: 'The loss; 200 for a dry run.', mediaType: JSON_TYPE, component: 'Loss' },
    problems: [
      ...OF_A_LOSS,
      'loss_must_be_recorded_once',
      'idempotency_key_required',
      'idempotency_key_must_be_valid',
      'idempotency_key_in_flight',
      'idempotency_key_reused',
    ],
  },
  {
    method: 'post',
    path: paths.lossStanding,
    id: 'askLossStanding',
    group: 'Losses',
    title: 'Ask where an account stands',
    text: 'What a trader may ask before anybody goes under: the rank of its positions in the queue of deleveraging, the open position and the deficit from which on it is touched, and the leverage at which it would be out. The body describes the loss and its candidates as for a run; nothing is stored.',
    permission: 'loss:read',
    query: lossStandingQuery,
    body: { mediaType: JSON_TYPE, component: 'LossRequest', example },
    answer: { text: 'The standing.', mediaType: JSON_TYPE, component: 'LossStanding' },
    problems: OF_A_LOSS,
  },
  {
    method: 'get',
    path: paths.losses,
    id: 'listLosses',
    group: 'Losses',
    title: 'List losses',
    text: 'Every loss that was paid, the first first, without its allocation. The list only grows.',
    permission: 'loss:read',
    query: lossListQuery,
    answer: { text: 'The losses of the page.', mediaType: JSON_TYPE, component: 'Loss', list: 'linked' },
    problems: ['query_must_be_valid'],
  },
  {
    method: 'get',
    path: paths.loss,
    id: 'getLoss',
    group: 'Losses',
    title: 'Read a loss',
    text: 'Who bears it, with the first hundred rows of its allocation.',
    permission: 'loss:read',
    parts: LOSS_ID,
    answer: { text: 'The loss.', mediaType: JSON_TYPE, component: 'Loss' },
    problems: ['loss_not_found'],
  },
  {
    method: 'get',
    path: paths.lossAllocations,
    id: 'listLossAllocations',
    group: 'Losses',
    title: 'List who bears a loss',
    text: 'Closes by rank, then every candidate with its share, zeros included, each with its proof: what an outsider needs to reckon the digest again.',
    permission: 'loss:read',
    parts: LOSS_ID,
    query: lossListQuery,
    answer: { text: 'The rows of the page.', mediaType: JSON_TYPE, component: 'LossAllocation', list: 'linked' },
    problems: ['query_must_be_valid', 'loss_not_found'],
  },
  {
    method: 'get',
    path: paths.lossAllocationsCsv,
    id: 'exportLossAllocations',
    group: 'Losses',
    title: 'Download who bears a loss',
    text: 'The same list as CSV, streamed.',
    permission: 'loss:read',
    parts: LOSS_ID,
    answer: { text: 'The lines.', mediaType: 'text/csv', component: null },
    problems: ['loss_not_found'],
  },
  {
    method: 'get',
    path: paths.solvency,
    id: 'getSolvency',
    group: 'Losses',
    title: 'Read the solvency of the venue',
    text: 'By asset, exact and without conversion: what the accounts of the last book are worth, what is missing where a scope is worth less than nothing, what the fund holds, and what nobody bore of any loss. It names the book and its instant.',
    permission: 'loss:read',
    answer: { text: 'The sums.', mediaType: JSON_TYPE, component: 'Solvency' },
    problems: ['no_policy_set_in_force', 'policy_set_not_confirmed', 'policy_set_must_be_valid'],
  },
];
