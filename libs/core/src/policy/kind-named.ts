import { suggestion } from '../problem/index.ts';
import type { Problem } from '../problem/index.ts';
import type { KindRegister, RegisteredKind } from './register.ts';
import { quoted } from './wording.ts';

/** The kind of an id as somebody wrote it; null where the register has none. */
export function kindNamed(id: string, register: KindRegister): RegisteredKind | null {
  return Object.hasOwn(register, id) ? (register[id] ?? null) : null;
}

/** That the register has no kind of an id, with the one that may have been meant. */
export function unknownKind(id: string, register: KindRegister): Problem {
  return {
    code: 'unknown_kind',
    path: '/kind',
    message: `there is no policy kind ${quoted(id)}`,
    ...suggestion(id, Object.keys(register)),
  };
}
