import type { ProblemCode } from '@backstop/contracts';
import { BODY_PROBLEMS, JSON_TYPE } from './body-parts.ts';
import type { Operation } from './operation.ts';

/** The part of a path that names a change. */
export const CHANGE_ID = { id: 'Id of the change.' };

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
