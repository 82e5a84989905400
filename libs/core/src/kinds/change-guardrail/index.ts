import type { Guardrail } from '../../change/index.ts';
import type { PolicyKind } from '../../policy/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { diff, parameters } from './diff.ts';
import { rowKeys } from './row-keys.ts';
import { schema } from './schema.ts';
import type { ChangeGuardrailDocument } from './schema.ts';

/** How far and how soon other policies may move, who must agree, and how long before it takes effect. */
export const changeGuardrail = {
  id: 'change-guardrail',
  title: 'Change guardrail',
  subject: 'venue',
  schema,
  check,
  compile,
  /** This kind gives no findings. */
  explain: () => null,
  diff,
  rowKeys,
  parameters,
} as const satisfies PolicyKind<'change-guardrail', ChangeGuardrailDocument, Guardrail>;

export type { ChangeGuardrailDocument } from './schema.ts';
