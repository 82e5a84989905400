import type { PolicyKind } from '../../policy/index.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import type { DynamicMargin } from './compile.ts';
import { diff, parameters } from './diff.ts';
import { explain } from './explain.ts';
import { schema } from './schema.ts';
import type { DynamicMarginDocument } from './schema.ts';

/** What margin amounts of a contract or group are multiplied by, within bounds. */
export const dynamicMargin = {
  id: 'dynamic-margin',
  title: 'Dynamic margin',
  subject: 'contract',
  schema,
  check,
  compile,
  explain,
  diff,
  rowKeys: {},
  parameters,
  /** Its initial margin. */
  factsMoved: ['initialMargin'],
} as const satisfies PolicyKind<'dynamic-margin', DynamicMarginDocument, DynamicMargin>;

export { marginScaling } from './compile.ts';
export type { DynamicMargin } from './compile.ts';
export type { DynamicMarginDocument } from './schema.ts';
