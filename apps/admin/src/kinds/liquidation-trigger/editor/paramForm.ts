import { isRecord } from '../../../text/isRecord.ts';
import { NEW_LEAF, askedName } from '../../rules/builder/conditionForm.ts';
import type { RawRow } from '../../rules/builder/rawRows.ts';
import { freeName } from '../../rules/builder/ruleRows.ts';

/** What an action may pass on under a name, as the schema knows it. */
export const PARAM_FORMS = ['text', 'number', 'boolean', 'nothing', 'fact'] as const;

export type ParamForm = (typeof PARAM_FORMS)[number];

/** What a value that is passed on is drawn as; null where it is none of these, and drawn as JSON so that nothing is lost. */
export function paramForm(value: unknown): ParamForm | null {
  if (value === null) return 'nothing';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return isRecord(value) && askedName(value) !== '' ? 'fact' : null;
}

/** A value of another form: what was written stays where it means the same. */
export function inForm(value: unknown, form: ParamForm): unknown {
  const text =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  switch (form) {
    case 'text':
      return text;
    case 'number':
      return exactNumber(text) ?? 0;
    case 'boolean':
      return text === 'true';
    case 'nothing':
      return null;
    case 'fact':
      return { fact: NEW_LEAF['fact'] };
  }
}

/** A number that is written in JSON just as it was typed; null where it is none or would come out another. */
export function exactNumber(text: string): number | null {
  const number = Number(text);
  return text !== '' && Number.isFinite(number) && String(number) === text ? number : null;
}

/** Parameters and one more: a text that is still empty. */
export function withParam(params: RawRow): RawRow {
  const names = Object.keys(params).map((name) => ({ name }));
  return { ...params, [freeName('parameter', names)]: '' };
}

/** Parameters in their order, one of them under another name, which must be free. */
export function withParamName(params: RawRow, from: string, to: string): RawRow {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name === from ? to : name, value]));
}
