import { fundListQuery, fundStatementQuery, paths } from '@backstop/contracts';
import { JSON_TYPE } from './body-parts.ts';
import type { Operation } from './operation.ts';

const FUND_ID = { id: 'Name of the compartment.' };
const DEPOSIT_ID = { ...FUND_ID, deposit: 'Id of the deposit.' };

const BODY_PROBLEMS = [
  'body_must_be_json',
  'body_must_not_be_too_large',
  'media_type_must_be_supported',
  'request_must_be_valid',
  'idempotency_key_must_be_valid',
  'idempotency_key_in_flight',
  'idempotency_key_reused',
] as const;

const SET_PROBLEMS = ['no_policy_set_in_force', 'policy_set_not_confirmed', 'policy_set_must_be_valid'] as const;

const decision = {
  mediaType: JSON_TYPE,
  component: 'FundDepositDecision',
  example: { comment: 'seen on the account' },
};

const asked = {
  mediaType: JSON_TYPE,
  component: 'FundDepositRequest',
  example: { amount: '250000', reason: 'topped up after 10 October' },
};

/** The routes of the insurance fund. */
export const fundOperations: readonly Operation[] = [
  {
    method: 'get',
    path: paths.funds,
    id: 'listFunds',
    group: 'Losses',
    title: 'List the compartments of the fund',
    text: 'Every compartment that a policy in force declares or that was ever booked to, with its balance and the flows of the day.',
    permission: 'fund:read',
    answer: { text: 'The compartments, by name.', mediaType: JSON_TYPE, component: 'Fund', list: true },
    problems: SET_PROBLEMS,
    tagged: true,
  },
  {
    method: 'get',
    path: paths.fund,
    id: 'getFund',
    group: 'Losses',
    title: 'Read a compartment',
    text: 'Its balance, the floor that the policy keeps back, and the flows of the day.',
    permission: 'fund:read',
    parts: FUND_ID,
    answer: { text: 'The compartment.', mediaType: JSON_TYPE, component: 'Fund' },
    problems: ['fund_not_found', ...SET_PROBLEMS],
    tagged: true,
  },
  {
    method: 'get',
    path: paths.fundEntries,
    id: 'listFundEntries',
    group: 'Losses',
    title: 'List entries of a compartment',
    text: 'Its ledger, double entry: each movement with the account that it leaves, the one that it reaches, and the balance after it. The ledger only grows; the database refuses every edit.',
    permission: 'fund:read',
    parts: FUND_ID,
    query: fundListQuery,
    answer: { text: 'The entries of the page.', mediaType: JSON_TYPE, component: 'FundEntry', list: 'linked' },
    problems: ['query_must_be_valid', 'fund_not_found', ...SET_PROBLEMS],
  },
  {
    method: 'get',
    path: paths.fundStatements,
    id: 'listFundStatements',
    group: 'Losses',
    title: 'List statements of a compartment',
    text: 'Each UTC day on which something moved: opening, in by source, out, closing. Opening + in − out = closing, and a day opens with what the day before closed with.',
    permission: 'fund:read',
    parts: FUND_ID,
    query: fundStatementQuery,
    answer: { text: 'The days of the page.', mediaType: JSON_TYPE, component: 'FundStatement', list: 'linked' },
    problems: ['query_must_be_valid', 'fund_not_found', ...SET_PROBLEMS],
  },
  {
    method: 'get',
    path: paths.fundDeposits,
    id: 'listFundDeposits',
    group: 'Losses',
    title: 'List deposits into a compartment',
    text: 'Deposits and opening balances that were asked for, and what another person said to them.',
    permission: 'fund:read',
    parts: FUND_ID,
    query: fundListQuery,
    answer: { text: 'The deposits of the page.', mediaType: JSON_TYPE, component: 'FundDeposit', list: 'linked' },
    problems: ['query_must_be_valid', 'fund_not_found', ...SET_PROBLEMS],
  },
  {
    method: 'post',
    path: paths.fundDeposits,
    id: 'askFundDeposit',
    group: 'Losses',
    title: 'Ask for a deposit',
    text: 'Nothing is booked before another person approves it.',
    permission: 'fund:deposit',
    parts: FUND_ID,
    body: asked,
    answer: { status: 201, text: 'The deposit.', mediaType: JSON_TYPE, component: 'FundDeposit' },
    problems: [
      ...BODY_PROBLEMS,
      ...SET_PROBLEMS,
      'fund_not_found',
      'fund_must_take_deposits',
      'fund_must_be_as_declared',
    ],
  },
  {
    method: 'post',
    path: paths.fundOpening,
    id: 'askFundOpening',
    group: 'Losses',
    title: 'Import an opening balance',
    text: 'What the compartment held before its ledger began: once, into an empty one, and booked once another person approves it as a deposit.',
    permission: 'fund:deposit',
    parts: FUND_ID,
    body: asked,
    answer: { status: 201, text: 'The opening balance.', mediaType: JSON_TYPE, component: 'FundDeposit' },
    problems: [...BODY_PROBLEMS, ...SET_PROBLEMS, 'fund_not_found', 'fund_must_be_empty', 'fund_must_be_as_declared'],
  },
  ...(['approve', 'reject'] as const).map((act): Operation => ({
    method: 'post',
    path: act === 'approve' ? paths.fundDepositApprove : paths.fundDepositReject,
    id: `${act}FundDeposit`,
    group: 'Losses',
    title: act === 'approve' ? 'Approve a deposit' : 'Reject a deposit',
    text:
      act === 'approve'
        ? 'By another person than the one who asked; the amount is booked in the same transaction.'
        : 'By another person than the one who asked; nothing is booked, and the deposit is closed.',
    permission: 'fund:approve',
    parts: DEPOSIT_ID,
    body: decision,
    answer: { text: 'The deposit.', mediaType: JSON_TYPE, component: 'FundDeposit' },
    problems: [
      ...BODY_PROBLEMS,
      'fund_deposit_not_found',
      'fund_deposit_must_be_decided_by_another',
      'fund_deposit_must_be_undecided',
      ...(act === 'approve' ? (['fund_must_be_empty'] as const) : []),
    ],
  })),
];
