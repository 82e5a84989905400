import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '@backstop/core/canonical';
import { mergeThreeWay } from '@backstop/core/change';
import { kinds } from '@backstop/core/kinds';
import { isOfPattern, parseDocument, parsePolicy } from '@backstop/core/policy';
import type { RegisteredKind, Scope } from '@backstop/core/policy';
import { kindsUnderLaw } from './kind-fixtures.ts';
import { mutate, mutations, oneLeafChanges } from './mutate.ts';

const EFFECTS = ['can-liquidate', 'blocks-new-risk', 'costs', 'loosens', 'none'];

describe('the register', () => {
  it('holds each kind under its own id', () => {
    expect(Object.entries<RegisteredKind>(kinds).map(([id, kind]) => [id, kind.id])).toEqual(
      Object.keys(kinds).map((id) => [id, id]),
    );
  });
});

describe.each(kindsUnderLaw())('kind $kind.id', ({ kind, valid, invalid, codes }) => {
  it('has fixtures of both sorts', () => {
    expect(valid.length).toBeGreaterThan(0);
    expect(invalid.length).toBeGreaterThan(0);
  });

  it.each(valid)('accepts $name', ({ document }) => {
    expect(parseDocument(kind, document)).toMatchObject({ ok: true });
    expect(parsePolicy(envelopeOf(kind, document), kinds)).toMatchObject({ ok: true });
  });

  it.each(invalid)('refuses_by_name: $name', ({ name, document }) => {
    const parsed = parseDocument(kind, document);
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems.map(({ code }) => code)).toEqual([name]);
    for (const { path, message } of problems) {
      expect(path).toMatch(/^(?:\/|$)/);
      expect(message).toMatch(/^[a-z`].*[^.]$/);
    }
  });

  it('refuses_by_name: each code of its checks has a fixture', () => {
    const named = invalid.map(({ name }) => name);
    expect(codes.filter((code) => !named.includes(code))).toEqual([]);
  });

  it.each(valid)('round_trips: $name is canonical after one parse', ({ document }) => {
    const canonical = canonicalJson(accepted(kind, document));
    expect(canonicalJson(accepted(kind, JSON.parse(canonical)))).toBe(canonical);
  });

  it.each(valid)('is_deterministic: $name with its fields in another order is the same document', ({ document }) => {
    expect(canonicalJson(accepted(kind, reversedFields(document)))).toBe(canonicalJson(accepted(kind, document)));
    const [one, other] = [accepted(kind, document), accepted(kind, document)];
    expect(kind.compile(one)).toEqual(kind.compile(other));
    for (const each of valid) {
      const after = accepted(kind, each.document);
      expect(kind.diff(one, after)).toEqual(kind.diff(other, after));
    }
  });

  it.each(valid)('differs_from_itself_in_nothing: $name', ({ document }) => {
    expect(kind.diff(accepted(kind, document), accepted(kind, document))).toEqual([]);
  });

  it('is_total: any document that its schema accepts can be checked, compiled and compared', () => {
    const documents = [...valid, ...invalid].map(({ document }) => document);
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.constantFrom(...valid), mutations, (document, other, changes) => {
        const parsed = kind.schema.safeParse(mutate(document, changes));
        if (!parsed.success) return;
        const after = parsed.data as never;
        const before = accepted(kind, other.document);
        const problems = kind.check(after);
        if (problems.length === 0) kind.compile(after);
        for (const difference of [...kind.diff(before, after), ...kind.diff(after, before)]) {
          expect(
            kind.parameters.some((pattern) => isOfPattern(difference.path, pattern)),
            difference.path,
          ).toBe(true);
          expect(difference.sentence).toMatch(/^[A-Z].*\.$/);
          expect(EFFECTS).toContain(difference.effect);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(valid)('knows_its_rows: every list of objects in $name has keys that tell its rows apart', ({ document }) => {
    for (const { pattern, rows } of tablesOf(accepted(kind, document))) {
      const fields = kind.rowKeys[pattern];
      expect(fields, `no row keys for ${pattern}`).toBeDefined();
      const keys = rows.map((row) => canonicalJson((fields ?? []).map((field) => row[field] ?? null)));
      expect(new Set(keys).size, pattern).toBe(rows.length);
      for (const row of rows) expect((fields ?? []).some((field) => field in row)).toBe(true);
    }
  });

  it.each(valid)('merges: what only one side changed in $name is kept, whichever side it is', ({ document }) => {
    const base: never = accepted(kind, document);
    const keys = new Map(Object.entries(kind.rowKeys));
    for (const each of [...valid.map(({ document: other }) => other), ...oneLeafChanges(base).slice(0, 50)]) {
      const parsed = parseDocument(kind, each);
      if (!parsed.ok) continue;
      const ours = parsed.value as never;
      expect(mergeThreeWay(base, ours, base, { rowKeys: keys })).toEqual({ merged: ours, conflicts: [] });
      expect(mergeThreeWay(base, base, ours, { rowKeys: keys })).toEqual({ merged: ours, conflicts: [] });
    }
  });

  it('measures: each outcome has a name, is total, and moves nowhere between a document and itself', () => {
    const names = kind.outcomeNames ?? [];
    expect(names.length > 0).toBe(kind.outcomes !== undefined);
    for (const { document } of valid) {
      const before = accepted(kind, document);
      const still = kind.outcomes?.(before, before) ?? [];
      for (const move of still) {
        expect(move.before).not.toBeNull();
        expect(move.after).toEqual(move.before);
      }
      for (const other of valid) {
        const moves = kind.outcomes?.(before, accepted(kind, other.document)) ?? [];
        expect(moves.length).toBeLessThan(5_000);
        for (const { outcome } of moves) expect(names).toContain(outcome);
      }
    }
  });

  it.each(valid)('sees_every_change: whatever leaf of $name is another, a difference says so', ({ document }) => {
    const before = accepted(kind, document);
    let changed = 0;
    for (const other of oneLeafChanges(before)) {
      const parsed = parseDocument(kind, other);
      if (!parsed.ok) continue;
      const isSame = canonicalJson(before) === canonicalJson(parsed.value);
      const differences = kind.diff(before, parsed.value as never);
      expect(differences.length === 0, canonicalJson(parsed.value)).toBe(isSame);
      for (const difference of differences) expect(difference.before).not.toBe(difference.after);
      if (!isSame) changed += 1;
    }
    expect(changed > 0 || isEmpty(before)).toBe(true);
  });

  it('is_total: a finding of no kind has no sentence, whatever its values', () => {
    const finding = { code: 'no_such_finding', contract: null, asset: null, values: { observed: 'x' } };
    expect(kind.explain(finding)).toBeNull();
  });

  it('describes: its JSON Schema can be drawn, and every field has a sentence', () => {
    const jsonSchema: unknown = z.toJSONSchema(kind.schema, { io: 'input' });
    expect(undescribedFields(jsonSchema)).toEqual([]);
  });
});

interface Table {
  /** Pointer of the list, `*` for any row on the way to it. */
  readonly pattern: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The lists of objects in a document. What conditions are made of has no identity: each is one value. */
function tablesOf(value: unknown, pattern = ''): Table[] {
  if (typeof value !== 'object' || value === null || /(?:^|\/)conditions(?:\/|$)/.test(pattern)) return [];
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([field, child]) => tablesOf(child, `${pattern}/${field}`));
  }
  const rows = value.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null);
  const inner = rows.flatMap((row) => tablesOf(row, `${pattern}/*`));
  return rows.length === 0 ? [] : [{ pattern, rows }, ...inner];
}

function accepted(kind: RegisteredKind, document: unknown): never {
  const parsed = parseDocument(kind, document);
  if (!parsed.ok) throw new Error(`refused: ${parsed.problems.map(({ code, path }) => `${code} ${path}`).join(', ')}`);
  return parsed.value as never;
}

/** A document without rows has no leaf to change. */
function isEmpty(document: object): boolean {
  return Object.values(document).every((value) => Array.isArray(value) && value.length === 0);
}

function envelopeOf(kind: RegisteredKind, document: unknown): unknown {
  const scope: Scope = kind.subject === 'asset' ? { assets: ['USDT'] } : { contracts: '*' };
  return { kind: kind.id, key: 'law', title: 'Under law', scope, document };
}

function reversedFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, child]): [string, unknown] => [key, reversedFields(child)])
      .reverse(),
  );
}

/** Names of the fields in a JSON Schema that carry no description. */
function undescribedFields(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { readonly properties?: Readonly<Record<string, object>> };
  const own = Object.entries(properties ?? {}).flatMap(([field, child]) => (isDescribed(child) ? [] : [field]));
  return [...own, ...Object.values(schema).flatMap(undescribedFields)];
}

/** A nullable field has its description on the branch that is not null. */
function isDescribed(schema: object): boolean {
  if ('description' in schema) return true;
  return 'anyOf' in schema && Array.isArray(schema.anyOf) && schema.anyOf.some(isDescribed);
}
