import { paths, PRESENCE_SECONDS } from '@backstop/contracts';
import { JSON_TYPE } from './body-parts.ts';
import { CHANGE_ID } from './change-parts.ts';
import type { Operation } from './operation.ts';

const ANSWER: Operation['answer'] = { text: 'Who is there.', mediaType: JSON_TYPE, component: 'ChangePresence' };

const COMMON = { path: paths.changePresence, group: 'Changes', parts: CHANGE_ID } as const;

/** The routes of who is editing a change. */
export const presenceOperations: readonly Operation[] = [
  {
    ...COMMON,
    method: 'get',
    id: 'readPresence',
    title: 'Who is editing a change',
    text: 'Who has a change open to edit it, and the revision that it has now. It keeps nobody from writing: `If-Match` does.',
    permission: 'change:read',
    answer: ANSWER,
    problems: ['change_not_found'],
  },
  {
    ...COMMON,
    method: 'put',
    id: 'stayPresent',
    title: 'Say that you are editing a change',
    text: `Whoever is signed in is editing it from now on, and for ${String(PRESENCE_SECONDS)} seconds after they said so last. An API key is never present.`,
    permission: 'change:write',
    answer: ANSWER,
    problems: ['change_not_found', 'change_must_be_open'],
  },
  {
    ...COMMON,
    method: 'delete',
    id: 'leavePresence',
    title: 'Say that you no longer edit a change',
    text: 'Whoever is signed in is no longer editing it.',
    permission: 'change:write',
    answer: { status: 204, text: 'You are not there any more.', mediaType: JSON_TYPE, component: null },
    problems: ['change_not_found'],
  },
];
