import { readdirSync, readFileSync } from 'node:fs';
import { auditActs, problemCodes } from '@backstop/contracts';
import { kinds } from '@backstop/core/kinds';
import { scopeCatalogue } from '@backstop/core/rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { germanKinds } from '../germanKinds.ts';
import { germanPhrases } from './germanPhrases.ts';
import { inWords, speak, translated } from '../../text/phrases.ts';

const root = new URL('../../../../../', import.meta.url);

/** What the schemas of documents say: sentences, names of fields, choices. */
interface Said {
  readonly sentences: Set<string>;
  readonly names: Set<string>;
  readonly options: Set<string>;
}

function gather(schema: unknown, told: Said): Said {
  if (typeof schema !== 'object' || schema === null) return told;
  const { description, properties, enum: options, const: constant } = schema as Record<string, unknown>;
  if (typeof description === 'string') told.sentences.add(description);
  if (typeof properties === 'object' && properties !== null)
    for (const name of Object.keys(properties)) told.names.add(name);
  if (Array.isArray(options)) for (const option of options) told.options.add(String(option));
  if (typeof constant === 'string') told.options.add(constant);
  for (const inner of Object.values(schema)) gather(inner, told);
  return told;
}

function jsonIn(folder: string): unknown[] {
  const files = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });
  const named = files.filter((file) => file.endsWith('.json'));
  return named.map((file) => JSON.parse(readFileSync(new URL(`${folder}${file}`, root), 'utf8')) as unknown);
}

/** Every zone that shipped rules put a scope into. */
function zonesIn(value: unknown, zones = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return zones;
  const { event } = value as { event?: { type?: unknown } };
  if (typeof event?.type === 'string') zones.add(event.type);
  for (const inner of Object.values(value)) zonesIn(inner, zones);
  return zones;
}

/** Codes of findings, found by reading as the core's own test finds them. */
function findingCodes(): string[] {
  const folder = new URL('libs/core/src/evaluation/', root);
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const texts = files.map((file) => readFileSync(new URL(file, folder), 'utf8'));
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].map(([, code = '']) => code))),
  ];
}

/** What the kinds say of a finding, with figures on both sides of a limit, and instants. */
function sentencesOf(code: string): string[] {
  const values = [
    { observed: '101', limit: '100', fact: 'equity' },
    { observed: '2024-10-24T11:00:00Z', limit: '2024-10-24T12:00:00Z', initial: '2', maintenance: '1.5' },
    { observed: '99', limit: '100' },
    { observed: '100', limit: '100' },
    { observed: '120', limit: '100 ± 5' },
    { observed: '105', limit: '100 ± 5' },
    { observed: '101', limit: '100 ± 5' },
  ];
  return values.flatMap((of) => {
    const finding = { code, contract: 'BTCUSDT', asset: 'BTC', values: of };
    return Object.values(kinds).flatMap((kind) => kind.explain(finding) ?? []);
  });
}

beforeAll(() => speak(germanPhrases));
afterAll(() => speak(null));

describe('what the core and the service say has its German', () => {
  const { sentences, names, options } = gather(jsonIn('rules/schema/'), {
    sentences: new Set(),
    names: new Set(),
    options: new Set(),
  });
  const without = (known: object, wanted: Iterable<string>) => [...wanted].filter((one) => !(one in known)).sort();

  it('of every kind, its title, and what each field of its documents is called and means', () => {
    expect(without(germanKinds.kind_title ?? {}, Object.keys(kinds))).toEqual([]);
    expect(sentences.size).toBeGreaterThan(200);
    expect([...sentences].filter((sentence) => translated(sentence) === null)).toEqual([]);
    expect(without(germanPhrases.names, names)).toEqual([]);
    options.delete('*');
    expect(without({ ...germanPhrases.names, ...germanPhrases.options }, options)).toEqual([]);
  });

  it('of every fact, its name, meaning and source', () => {
    const facts = [...scopeCatalogue([]).values()];
    expect(
      without(
        germanPhrases.names,
        facts.map(({ name }) => name),
      ),
    ).toEqual([]);
    expect(
      facts.flatMap(({ meaning, source }) => [meaning, source]).filter((text) => translated(text) === null),
    ).toEqual([]);
  });

  it('of every act of the audit chain, every refusal, every zone of shipped rules', () => {
    expect(without(germanPhrases.names, auditActs)).toEqual([]);
    expect(without(germanPhrases.problems, Object.keys(problemCodes))).toEqual([]);
    const zones = zonesIn(
      jsonIn('rules/').filter((document) => JSON.stringify(document).includes('"liquidation-trigger"')),
    );
    expect(zones.size).toBeGreaterThan(3);
    expect(without(germanPhrases.zones, zones)).toEqual([]);
  });

  it('of every finding', () => {
    const codes = findingCodes();
    expect(codes.length).toBeGreaterThanOrEqual(22);
    const told = codes.flatMap(sentencesOf);
    expect(told.length).toBeGreaterThan(20);
    expect(told.filter((sentence) => translated(sentence) === null)).toEqual([]);
  });
});

describe('a sentence of the core', () => {
  it.each([
    ['equity 90 is below maintenance margin 100', 'Eigenkapital 90 liegt unter Erhaltungsmarge 100'],
    [
      'no rule hits, not even `warning`: equity 16000 is above 1.5 × maintenance margin 430 = 645',
      'keine Regel trifft zu, auch nicht `warning`: Eigenkapital 16000 liegt über 1.5 × Erhaltungsmarge 430 = 645',
    ],
    [
      'desk limit is unknown and margin ratio 1.2 is exactly 1.2',
      'desk limit ist unbekannt und Margenquote 1.2 ist genau 1.2',
    ],
    ['the zone is `healthy`, in which nothing is liquidated', 'die Zone ist `healthy`, in der nichts liquidiert wird'],
  ])('%s', (english, german) => {
    expect(inWords(english)).toBe(german);
  });

  it('stays as it is written where the book has none, or where a part of it has none', () => {
    for (const sentence of ['the moon is full', '`rule` cannot be judged: the moon is full']) {
      expect(translated(sentence)).toBeNull();
      expect(inWords(sentence)).toBe(sentence);
    }
  });

  it('keeps every place of its English text', () => {
    const places = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join();
    const entries = Object.entries(germanPhrases.sentences);
    expect(entries.filter(([english, german]) => places(english) !== places(german))).toEqual([]);
  });
});
