import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { planRequestOfInput, requestOfInput } from '@backstop/api/decisions/request-of-input';
import { lossInput } from '@backstop/api/losses/loss-input';
import { lossOfInput } from '@backstop/api/losses/loss-of-input';
import { canonicalInput } from '@backstop/core/evaluation';
import { decimal, formatDecimal } from '@backstop/core/num';
import { canonicalHistory } from '@backstop/core/planning';
import { runWaterfall, type WaterfallOutcome } from '@backstop/core/waterfall';
import { lossEventRequest, parseEvaluation, parseLiquidationPlan } from '@backstop/contracts';
import { liquidationDocuments, worldsUnder } from '../builders/arbitrary-liquidation.ts';
import { arbitraryRun } from '../builders/arbitrary-waterfall.ts';
import { worldGroups } from '../builders/arbitrary-world.ts';
import { decided } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';
import { planned } from '../laws/liquidation/planned.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

it('what a decision read asks for the same decision again, to the byte', () => {
  fc.assert(
    fc.property(worldGroups(), fc.constantFrom({ 'cross:USDT': 'warning' }, null), (worlds, zones) => {
      for (const world of worlds) {
        const question = questionOf({ ...world, account: { ...world.account, ...(zones === null ? {} : { zones }) } });
        const input: unknown = JSON.parse(canonicalInput(question.account, question.market, question.set));
        const parsed = parseEvaluation(requestOfInput(input));
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        expect(JSON.stringify(decided({ set: question.set, ...parsed.value }))).toBe(JSON.stringify(decided(question)));
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
});

const instants = fc
  .integer({ min: 0, max: 3600 })
  .map((seconds) => Date.parse('2026-03-20T06:00:00Z') + seconds * 1000);
const scopeHistories = fc.record({
  startedAt: fc.option(instants),
  reductions: fc.array(
    fc.record({ at: instants, notional: fc.nat(100_000).map((cents) => decimal(BigInt(cents), 2)) }),
    {
      maxLength: 3,
    },
  ),
});
const histories = fc.dictionary(fc.constantFrom('cross:USDT', 'isolated:ETHUSDT:net', 'nowhere'), scopeHistories);

it('what a plan read asks for the same plan again, to the byte', () => {
  fc.assert(
    fc.property(worldGroups(), liquidationDocuments(), histories, (worlds, document, history) => {
      for (const world of worldsUnder(worlds.slice(0, 40), document)) {
        const question = questionOf(world);
        const input = {
          ...(JSON.parse(canonicalInput(question.account, question.market, question.set)) as object),
          history: JSON.parse(canonicalHistory(history)) as unknown,
        };
        const parsed = parseLiquidationPlan(planRequestOfInput(input));
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        const again = planned({ set: question.set, ...parsed.value }, parsed.value.history);
        expect(JSON.stringify(again)).toBe(JSON.stringify(planned(question, history)));
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

const told = ({ digest, uncovered, sizeNotPlaced, layers }: WaterfallOutcome) => ({
  digest,
  amounts: [uncovered, sizeNotPlaced, ...layers.map(({ drawn }) => drawn)].map(formatDecimal),
  limits: layers.map(({ limit }) => limit),
});

it('what a loss read is read back whole', () => {
  const event = lossEventRequest.parse({
    ...{ account: 'loser', contract: 'BTCUSDT', markPrice: '64000', deficit: { asset: 'USDT', amount: '1' } },
  });
  fc.assert(
    fc.property(arbitraryRun, fc.nat(3), (run, notJudged) => {
      const { candidates, fund, drawnInPeriod } = run;
      const question = { event, at: run.event.at, candidates, notJudged, chargedBefore: notJudged };
      const input = lossInput(question, { fund: fund?.state ?? null, drawnInPeriod });
      const read = lossOfInput(input);
      expect(lossInput(read.question, read.facts)).toBe(input);
      const { facts } = read;
      const state = facts.fund === null || fund === null ? null : { ...fund, state: facts.fund };
      const again = { ...run, candidates: read.question.candidates, fund: state, drawnInPeriod: facts.drawnInPeriod };
      expect(told(runWaterfall(again))).toEqual(told(runWaterfall(run)));
    }),
    { numRuns: 500 },
  );
});
