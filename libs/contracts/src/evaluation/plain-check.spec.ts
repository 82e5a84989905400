import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { evaluationRequest } from './evaluation-request.ts';
import { plainCheck } from './plain-check.ts';

const position = { contract: 'BTCUSDT', size: '1.50', entryPrice: '60000', leverage: '20', margin: 'cross' };
const request = {
  account: {
    id: 'a-1',
    ownerId: 'ö 1',
    tags: ['retail', 'vip'],
    collateral: [{ asset: 'USDT', balance: '-10.000' }],
    positions: [position, { ...position, side: 'long', margin: 'isolated', isolatedMargin: '1', pendingFunding: '-1' }],
    openOrders: [{ contract: 'BTCUSDT', side: 'sell', size: '1', price: '2', reduceOnly: true, margin: 'cross' }],
    state: { zones: { 'cross:USDT': 'healthy' }, receivables: [{ scope: 'cross:USDT', amount: '5' }] },
    facts: {},
  },
  market: {
    asOf: '2024-10-24T12:00:00.5Z',
    contracts: {
      BTCUSDT: { markPrice: '64000', fundingRate: '-0.1', openInterest: '0', priceAt: '2024-02-30T12:00:00Z' },
    },
    assets: { USDT: { price: '1' }, BTC: {} },
  },
};

/** What stands in for a part of a value, or a field more. */
const parts = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '0',
    '-0',
    '-0.0',
    '1e5',
    '+1',
    '.5',
    '01',
    'NaN',
    '9'.repeat(64),
    '9'.repeat(65),
    '1\n',
  ),
  fc.constantFrom<unknown>('x'.repeat(64), 'x'.repeat(65), 'x'.repeat(200), 'a b', '\u0000', '\ud800', '\u202e', '😀'),
  fc.constantFrom<unknown>('cross', 'net', 'buy', '2024-10-24', '2024-10-24T12:00:00Z', '__proto__', 'constructor'),
  fc.constantFrom<unknown>(undefined, null, true, 0, Number.NaN, [], {}, [[]], [null], new Date(0), new Map(), () => 0),
  fc.anything({ maxDepth: 2, withNullPrototype: true }),
);

interface Change {
  readonly at: number;
  readonly how: 'replace' | 'leave out' | 'repeat' | 'add';
  readonly name: string;
  readonly part: unknown;
}

const changes = fc.array(
  fc.record<Change>({
    at: fc.nat({ max: 10_000 }),
    how: fc.constantFrom('replace', 'leave out', 'repeat', 'add'),
    name: fc.constantFrom('more', '__proto__', 'BTC USDT', '7'),
    part: parts,
  }),
  { maxLength: 3 },
);

/** The value with one of its parts changed. */
function changed(value: unknown, change: Change): unknown {
  const copy = { root: copied(value) };
  const places = placesIn(copy);
  const [holder, key] = places[change.at % places.length]!;
  const part = holder[key];
  if (change.how === 'replace') define(holder, key, change.part);
  else if (change.how === 'repeat') define(holder, key, Array<unknown>(change.at % 2 === 0 ? 2 : 501).fill(part));
  else if (change.how === 'add' && Array.isArray(part)) part.push(change.part);
  else if (change.how === 'add' && isHolder(part)) define(part, change.name, change.part);
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
  return copy.root;
}

type Holder = Record<string, unknown>;

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isHolder(value) || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: Holder = {};
  for (const [key, part] of Object.entries(value)) define(copy, key, copied(part));
  return copy;
}

function placesIn(holder: Holder): [Holder, string][] {
  return Object.entries(holder).flatMap(([key, part]) => [
    [holder, key] as [Holder, string],
    ...(isHolder(part) ? placesIn(part) : []),
  ]);
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

/** As `JSON.parse` does it: also a field called `__proto__` is a field. */
function define(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

function expectAgreement<Value>(schema: z.ZodType<Value, Value>, value: unknown): boolean {
  const isPlain = plainCheck(schema)(value);
  if (isPlain) expect(schema.safeParse(value)).toEqual({ success: true, data: value });
  return isPlain;
}

describe('what is plainly of a form', () => {
  it('is_taken_by_the_schema_as_it_is: requests with anything changed in them', () => {
    let taken = 0;
    fc.assert(
      fc.property(changes, (made) => {
        const value = made.reduce<unknown>(
          (before, change) => (isHolder(before) ? changed(before, change) : before),
          request,
        );
        if (expectAgreement(evaluationRequest, value)) taken += 1;
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  it('is the usual request', () => {
    expect(expectAgreement(evaluationRequest, request)).toBe(true);
    expect(expectAgreement(evaluationRequest, JSON.parse(JSON.stringify(request)))).toBe(true);
  });

  it.each<[string, z.ZodType, unknown]>([
    ['a transformed text', z.string().trim(), 'x'],
    ['a text of a format', z.iso.date(), '2026-02-28'],
    ['a text made of anything', z.coerce.string(), 'x'],
    ['a flag made of anything', z.coerce.boolean(), true],
    ['a text with a condition of its own', z.string().refine(() => true), 'x'],
    ['a text that a regex remembers', z.string().regex(/x/g), 'x'],
    ['a number', z.number(), 1],
    ['a union', z.union([z.string(), z.boolean()]), 'x'],
    ['an object that drops what it does not know', z.object({ a: z.string() }), { a: 'x' }],
    ['an object that keeps it', z.looseObject({ a: z.string() }), { a: 'x' }],
    ['an object with a condition', z.strictObject({ a: z.string() }).refine(() => true), { a: 'x' }],
    ['a list with a condition', z.array(z.string()).refine(() => true), ['x']],
    ['a field with a default', z.strictObject({ a: z.string().default('x') }), {}],
    ['a record of some names', z.partialRecord(z.enum(['a', 'b']), z.string()), { a: 'x' }],
    ['an object that is no plain one', z.strictObject({}), new Date(0)],
    ['an enum with a condition', z.enum(['a']).refine(() => true), 'a'],
  ])('is never said of %s: the schema judges it', (_what, schema, value) => {
    expect(schema.safeParse(value).success).toBe(true);
    expect(plainCheck(schema)(value)).toBe(false);
  });

  it.each<[string, z.ZodType, unknown]>([
    ['a record that asks for every name', z.record(z.enum(['a', 'b']), z.string()), { a: 'x' }],
    ['a short text', z.string().min(2), 'x'],
    ['a long list', z.array(z.boolean()).max(1), [true, false]],
    ['a list as an object', z.strictObject({}), []],
    ['a list with a hole', z.array(z.string()), Array(1)],
  ])('is not said where the schema refuses: %s', (_what, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
    expect(plainCheck(schema)(value)).toBe(false);
  });
});
