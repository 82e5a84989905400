import type { ProblemCode } from '@backstop/contracts';
import type { Operation } from './operation.ts';

export const JSON_TYPE = 'application/json';

/** The part of a path that names a change. */
export const CHANGE_ID = { id: 'Id of the change.' };

/** What every body of JSON can be refused with. */
export const BODY_PROBLEMS: readonly ProblemCode[] = [
  'body_must_be_json',
  'body_must_not_be_too_large',
  'media_type_must_be_supported',
  'request_must_be_valid',
];

/** What every write of a change can be refused with. */
export const WRITE_PROBLEMS: readonly ProblemCode[] = [
  ...BODY_PROBLEMS,
  'change_not_found',
  'if_match_required',
  'if_match_must_be_current',
];

export const CHANGE_ANSWER: Operation['answer'] = {
  text: 'The change as it stands now.',
  mediaType: JSON_TYPE,
  component: 'Change',
};
