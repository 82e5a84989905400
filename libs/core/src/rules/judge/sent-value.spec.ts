import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../venue/index.ts';
import { scopeCatalogue } from '../language/catalogue.ts';
import { factDeclarationSchema } from '../language/fact.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { sentReader } from './sent-value.ts';
import { venueRecord } from './venue-record.ts';

const NOW = Date.parse('2026-01-31T12:00:00Z');
const field = (path: string) => ({ path, type: 'decimal', unit: 'none', meaning: 'For the test.' });
const catalogue = scopeCatalogue(
  [
    { name: 'plain', type: 'decimal' },
    { name: 'aged', type: 'decimal', ageMaxSeconds: 60 },
    { name: 'parts', type: 'structured', fields: [field('$.a.b[1]'), field('$.a.c'), field('$[0]')] },
    { name: 'agedParts', type: 'structured', ageMaxSeconds: 60, fields: [field('$.a')] },
    { name: 'constructor', type: 'text' },
  ].map((fact) => factDeclarationSchema.parse({ unit: 'none', ...fact, meaning: 'For the test.', source: 'the test' })),
);

function read(name: string, sent: FactValue): FactValue | null {
  const fact = catalogue.get(name)!;
  const facts = { at: NOW, venue: { [fact.within?.fact ?? name]: sent } } as unknown as ScopeFacts;
  return sentReader(fact)(facts);
}

describe('the age of a fact', () => {
  it.each<[string, FactValue, FactValue | null]>([
    ['age = most', { value: '1', at: '2026-01-31T11:59:00Z' }, '1'],
    ['age just over most', { value: '1', at: '2026-01-31T11:58:59.999Z' }, null],
    ['at = instant judged', { value: '1', at: '2026-01-31T12:00:00Z' }, '1'],
    ['at just after the instant judged', { value: '1', at: '2026-01-31T12:00:00.001Z' }, null],
    ['no instant', '1', null],
    ['an instant that is none', { value: '1', at: 'yesterday' }, null],
    ['a day that is none', { value: '1', at: '2026-01-32T11:59:59Z' }, null],
    ['an instant that is a number', { value: '1', at: NOW }, null],
    ['more than value and instant', { value: '1', at: '2026-01-31T12:00:00Z', by: 'desk' }, null],
  ])('%s', (_, sent, expected) => {
    expect(read('aged', sent)).toBe(expected);
  });

  it('a fact without an age is read with an instant or without', () => {
    expect(read('plain', '1')).toBe('1');
    expect(read('plain', { value: '1', at: '1999-01-01T00:00:00Z' })).toBe('1');
  });

  it('a part is as old as the whole', () => {
    expect(read('agedParts$.a', { value: { a: '1' }, at: '2026-01-31T11:59:00Z' })).toBe('1');
    expect(read('agedParts$.a', { value: { a: '1' }, at: '2026-01-31T11:58:00Z' })).toBeNull();
    expect(read('agedParts$.a', { a: '1' })).toBeNull();
  });

  it('without an instant judged nothing is fresh', () => {
    const facts = { at: NaN, venue: { aged: { value: '1', at: '2026-01-31T12:00:00Z' } } } as unknown as ScopeFacts;
    expect(sentReader(catalogue.get('aged')!)(facts)).toBeNull();
  });
});

describe('a path', () => {
  it.each<[string, FactValue, FactValue | null]>([
    ['parts$.a.b[1]', { a: { b: ['0', '1'] } }, '1'],
    ['parts$.a.b[1]', { a: { b: ['0'] } }, null],
    ['parts$.a.b[1]', { a: { b: 'text' } }, null],
    ['parts$.a.b[1]', { a: { b: { '1': '1' } } }, null],
    ['parts$.a.c', { a: '1' }, null],
    ['parts$.a.c', '1', null],
    ['parts$[0]', ['1'], '1'],
    ['parts$[0]', { '0': '1' }, null],
  ])('%s in %j', (name, sent, expected) => {
    expect(read(name, sent)).toBe(expected);
  });

  it('leads to nothing that every object has', () => {
    expect(sentReader(catalogue.get('constructor')!)({ at: 0, venue: {} } as unknown as ScopeFacts)).toBeNull();
  });
});

describe('venueRecord', () => {
  it('is read back part by part, as fresh as can be', () => {
    const names = ['plain', 'aged', 'parts$.a.b[1]', 'parts$.a.c', 'agedParts$.a'];
    const entries = names.map((name, place) => [catalogue.get(name)!, String(place)] as const);
    const venue = venueRecord([[catalogue.get('parts')!, 'nothing'], ...entries], NOW);
    const facts = { at: NOW, venue } as unknown as ScopeFacts;
    expect(names.map((name) => sentReader(catalogue.get(name)!)(facts))).toEqual(['0', '1', '2', '3', '4']);
  });
});
