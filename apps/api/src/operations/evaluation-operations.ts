import { evaluationBatchQuery, evaluationQuery, paths, policySetChoiceQuery } from '@backstop/contracts';
import { exampleRequest } from './example-request.ts';
import { JSON_TYPE } from './body-parts.ts';
import type { Operation } from './operation.ts';

const NDJSON_TYPE = 'application/x-ndjson';

/** Why an account cannot be judged under the set that was asked for. */
const UNDER_A_SET: Operation['problems'] = [
  'body_must_be_json',
  'body_must_not_be_too_large',
  'media_type_must_be_supported',
  'request_must_be_valid',
  'query_must_be_valid',
  'as_of_must_not_be_in_the_future',
  'no_policy_set_in_force',
  'policy_set_must_be_known',
  'change_not_found',
  'change_must_have_no_problems',
  'policy_set_not_confirmed',
  'policy_set_must_be_valid',
];

/** The routes that judge an account. */
export const evaluationOperations: readonly Operation[] = [
  {
    method: 'post',
    path: paths.evaluations,
    id: 'evaluate',
    group: 'Evaluation',
    title: 'Evaluate an account',
    text: 'Judges one account in one market under the policy set in force at `asOf`: margins, state, zone, actions, liquidation and bankruptcy prices per position, what determined it, and what could not be judged. The same question has the same decision, to the byte, on every machine. With `change` (which takes `change:read` as well) or `policySet` it judges under a draft or another set: that decides nothing and is not in the log of decisions. With `record=true` (which takes `decision:record` as well) the decision is in the log before it is answered, whether or not it moved a zone.',
    permission: 'evaluate',
    query: evaluationQuery,
    body: { mediaType: JSON_TYPE, component: 'EvaluationRequest', example: exampleRequest },
    answer: { text: 'The decision.', mediaType: JSON_TYPE, component: 'Decision' },
    problems: [...UNDER_A_SET, 'decision_must_be_logged'],
  },
  {
    method: 'post',
    path: paths.penalties,
    id: 'assessPenalties',
    group: 'Evaluation',
    title: 'Assess the penalty for a margin shortfall',
    text: 'What the margin shortfalls of an account cost on the day of the last snapshot at or before `asOf`, scope by scope, under the shortfall-penalty policy in force. Account and market are those of the snapshot; earlier days, balance resets and what is owed come with `account.state`. It charges nobody and remembers nothing: the same question has the same answer.',
    permission: 'evaluate',
    query: policySetChoiceQuery,
    body: { mediaType: JSON_TYPE, component: 'EvaluationRequest', example: exampleRequest },
    answer: { text: 'The penalties.', mediaType: JSON_TYPE, component: 'Penalties' },
    problems: UNDER_A_SET,
  },
  {
    method: 'post',
    path: paths.evaluationBatch,
    id: 'evaluateBatch',
    group: 'Evaluation',
    title: 'Evaluate a stream of accounts',
    text: 'Newline-delimited JSON in, newline-delimited JSON out, streamed, of any size and in order. A line `{"market": …}` holds until the next; each line `{"account": …}` is answered by `{"line": n, "decision": …}` or `{"line": n, "problem": …}`, n counting input lines from 1. One policy set judges the whole stream, fixed by its first market (or by `asOf`). A line has at most 1 MiB; blank lines are skipped. The last line is `{"end": true, "lines": n}`: a stream without it was cut. With `record=true` (which takes `decision:record` as well) every decision is in the log of decisions before its line is answered. Read while you write: the service works no faster than it is read.',
    permission: 'evaluate',
    query: evaluationBatchQuery,
    body: {
      mediaType: NDJSON_TYPE,
      component: 'BatchLineRequest',
      example: `${JSON.stringify({ market: exampleRequest.market })}\n${JSON.stringify({ account: exampleRequest.account })}\n`,
    },
    answer: { text: 'One line per account, and the end.', mediaType: NDJSON_TYPE, component: 'BatchLineResponse' },
    problems: [
      'media_type_must_be_supported',
      'query_must_be_valid',
      'as_of_must_not_be_in_the_future',
      'no_policy_set_in_force',
      'policy_set_not_confirmed',
      'policy_set_must_be_valid',
    ],
  },
];
