import { isRecord } from '../../../text/isRecord.ts';
import { conditionForm, conditionOf } from './conditionForm.ts';
import { rawRows, type RawRow } from './rawRows.ts';
import { freeName } from './ruleRows.ts';

/** The conditions that a document names; null where they are no object, which only JSON can mend. */
export function namedConditions(document: RawRow): RawRow | null {
  const named = document['conditions'] ?? {};
  return isRecord(named) ? named : null;
}

/** A document that names one condition more: it holds for whom no margin is left. */
export function withNamed(document: RawRow, start: unknown): RawRow {
  const named = namedConditions(document) ?? {};
  const name = freeName(
    'condition',
    Object.keys(named).map((one) => ({ name: one })),
  );
  return { ...document, conditions: { ...named, [name]: { all: [start] } } };
}

/** A document that no longer names a condition. Where it was used it stays used, and the core says so. */
export function withoutNamed(document: RawRow, name: string): RawRow {
  const left = Object.entries(namedConditions(document) ?? {}).filter(([key]) => key !== name);
  return { ...document, conditions: Object.fromEntries(left) };
}

/** A document that calls a condition otherwise, everywhere it is used: the name must be free. */
export function withRenamed(document: RawRow, from: string, to: string): RawRow {
  const renamed = Object.entries(namedConditions(document) ?? {}).map(([key, condition]) => [
    key === from ? to : key,
    callingOtherwise(condition, from, to),
  ]);
  const inRows = (list: string): RawRow => {
    const rows = rawRows(document, list);
    if (rows === null || !(list in document)) return {};
    return {
      [list]: rows.map((row) =>
        'conditions' in row ? { ...row, conditions: callingOtherwise(row['conditions'], from, to) } : row,
      ),
    };
  };
  return { ...document, conditions: Object.fromEntries(renamed), ...inRows('rules'), ...inRows('exits') };
}

/** How many times rules, exits and other named conditions use a condition. */
export function usesOf(document: RawRow, name: string): number {
  const rows = [...(rawRows(document, 'rules') ?? []), ...(rawRows(document, 'exits') ?? [])];
  const conditions = [...rows.map((row) => row['conditions']), ...Object.values(namedConditions(document) ?? {})];
  return conditions.reduce<number>((sum, condition) => sum + usesIn(condition, name), 0);
}

function usesIn(condition: unknown, name: string): number {
  const form = conditionForm(condition);
  if (form.kind === 'named') return form.name === name ? 1 : 0;
  if (form.kind === 'not') return usesIn(form.part, name);
  if (form.kind !== 'all' && form.kind !== 'any') return 0;
  return form.parts.reduce<number>((sum, part) => sum + usesIn(part, name), 0);
}

function callingOtherwise(condition: unknown, from: string, to: string): unknown {
  const form = conditionForm(condition);
  if (form.kind === 'named') return form.name === from ? conditionOf({ kind: 'named', name: to }) : condition;
  if (form.kind === 'not') return conditionOf({ kind: 'not', part: callingOtherwise(form.part, from, to) });
  if (form.kind !== 'all' && form.kind !== 'any') return condition;
  return conditionOf({ kind: form.kind, parts: form.parts.map((part) => callingOtherwise(part, from, to)) });
}
