import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { heldHere, type HeldLoss } from '@backstop/api/losses/held-loss';
import type { LossAllocation } from '@backstop/api/losses/loss-allocations';
import { lossRules } from '@backstop/api/losses/loss-run';
import { heldApart, storedApart } from '@backstop/api/losses/loss-thread';
import { lossEventRequest } from '@backstop/contracts';
import { decimal } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import type { Candidate } from '@backstop/core/waterfall';
import { PLAIN_VENUE } from '../builders/plain-venue.ts';
import { policySet, setOf } from '../builders/set-of.ts';
import { takingFund } from '../builders/taking-fund.ts';

const UNCAPPED = { caps: [], periodSeconds: null };
const MAKERS = [{ name: 'makers', conditions: { all: [{ fact: 'tags', operator: 'contains', value: 'maker' }] } }];

const PROTECTION = {
  ...{ kind: 'balance-protection', key: 'venue', scope: { contracts: '*' } as const },
  document: { protectedTags: '*' },
};

function venueSharing(method: string) {
  const layers = [
    { type: 'insurance-fund', ...UNCAPPED },
    {
      ...{ type: 'adl', ...UNCAPPED, opens: 'always', score: 'pnl-leverage', closeAt: 'mark' },
      ...{ positionShareMax: '0.5', roundShareMax: '1', exemptions: MAKERS },
    },
    {
      ...{ type: 'socialization', ...UNCAPPED, method, capacity: 'positive-pnl', base: 'positive-pnl' },
      ...{ score: 'pnl-leverage', riskExponent: 1, capRate: '0.5', capacityMins: [], exemptions: MAKERS },
    },
  ];
  const document = { layers, conversions: [], facts: [] };
  const waterfall = { kind: 'loss-waterfall', key: 'venue', scope: { contracts: '*' } as const, document };
  return { ...PLAIN_VENUE, tags: ['maker'], more: [takingFund('USDT'), waterfall, PROTECTION] };
}

const VENUES = ['queue', 'pro-rata', 'min-max', 'risk-weighted'].map(venueSharing);

const cents = (max: number) => fc.integer({ min: 0, max }).map((units) => decimal(BigInt(units), 2));
const candidates = fc
  .uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record<Candidate>({
          ...{ id: fc.constant(id), ownerId: fc.constantFrom(null, 'o'), tags: fc.constantFrom([], ['maker']) },
          facts: fc.constantFrom({}, { score: { value: '7.5', at: '2026-11-24T00:00:00Z' } }),
          ...{ accountValue: cents(900_000), notional: cents(900_000), positivePnl: cents(90_000) },
          positions: fc.constantFrom(
            [],
            [
              {
                ...{ scope: 'cross:USDT', size: decimalOf('-3'), entryPrice: decimalOf('65000') },
                // Beyond what a number holds exactly: it stands as a BigInt.
                ...{ accountValue: decimalOf('123456789012345678.25'), notional: decimalOf('192000') },
              },
            ],
          ),
        }),
      ),
    ),
  );

const open: HeldLoss[] = [];

afterEach(async () => {
  for (const loss of open.splice(0)) await loss.forget();
});

async function all(loss: HeldLoss): Promise<readonly LossAllocation[]> {
  const rows: LossAllocation[] = [];
  for (;;) {
    const more = await loss.rows(rows.length, 7);
    rows.push(...more);
    if (more.length < 7) return rows;
  }
}

it('a loss held beside this thread is decided to the same bytes, and once more from what was stored of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...VENUES), candidates, cents(9_000_000), async (venue, drawn, amount) => {
      const set = setOf(venue);
      const event = lossEventRequest.parse({
        ...{ eventId: 'e', account: 'loser', contract: 'BTCUSDT', markPrice: '64000' },
        openPosition: { size: '4', closePrice: '63000.5' },
        deficit: { asset: 'USDT', amount: `${String(amount.coefficient)}.25` },
      });
      const at = Date.UTC(2026, 10, 24);
      const question = { event, at, candidates: drawn, notJudged: 1, chargedBefore: 2 };
      const balance = { balance: decimalOf('12.34'), drawnInPeriod: decimalOf('0'), drawnForAccount: decimalOf('0') };
      const facts = {
        fund: { compartment: 'USDT', ...balance, isAdlOn: false, window: null },
        drawnInPeriod: new Map(),
      };
      const here = heldHere(lossRules(set, { event }), question);
      const apart = await heldApart(policySet(venue), question);
      open.push(apart);
      expect(await apart.toldHash({ event, at })).toBe(await here.toldHash({ event, at }));
      const [own, other] = [await here.decide(facts), await apart.decide(facts)];
      expect(JSON.stringify(other.outcome)).toBe(JSON.stringify(own.outcome));
      expect({ ...other, input: textOf(other.input) }).toEqual({ ...own, input: textOf(own.input) });
      expect(await all(apart)).toEqual(await all(here));
      const id = drawn[0]?.id ?? '';
      expect(await apart.standing(facts, id)).toEqual(await here.standing(facts, id));

      const stored = await storedApart(policySet(venue), textOf(own.input));
      open.push(stored.loss);
      expect(stored.facts).toEqual(facts);
      expect(JSON.stringify((await stored.loss.decide(stored.facts)).outcome)).toBe(JSON.stringify(own.outcome));
      expect(await all(stored.loss)).toEqual(await all(here));
    }),
    { numRuns: 60 },
  );
});

it('a loss that cannot be decided is refused there as here, and what is forgotten is not decided', async () => {
  const [venue] = VENUES;
  if (venue === undefined) throw new Error('there is no venue');
  const event = lossEventRequest.parse({
    account: 'l',
    contract: 'BTCUSDT',
    markPrice: '1',
    deficit: { asset: 'USDT', amount: '1' },
  });
  const zero = decimalOf('0');
  const twice = {
    facts: {},
    id: 'a',
    ownerId: null,
    tags: [],
    accountValue: zero,
    notional: zero,
    positivePnl: zero,
    positions: [],
  };
  const question = { event, at: 0, candidates: [twice, twice], notJudged: 0, chargedBefore: 0 };
  const facts = { fund: null, drawnInPeriod: new Map() };
  const loss = await heldApart(policySet(venue), question);
  await expect(loss.decide(facts)).rejects.toThrow();
  expect(() => heldHere(lossRules(setOf(venue), { event }), question).decide(facts)).toThrow();
  await loss.forget();
  await expect(loss.decide(facts)).rejects.toThrow('was never begun in this thread');
  const nowhere = { ...event, contract: 'NOSUCH' };
  await expect(heldApart(policySet(venue), { ...question, event: nowhere })).rejects.toThrow();
});

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
