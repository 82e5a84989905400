import { randomUUID } from 'node:crypto';
import { fundEntryResource, liquidationResource, liquidationSummary, pathOf, paths } from '@backstop/contracts';
import { formatDecimal, lessOrEqual, subtract, sum } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectProblem } from '../support/expect-problem.ts';
import { asJson } from '../support/fund-acts.ts';
import { liquidationActs } from '../support/liquidation-acts.ts';
import { hoursAgo, LIQUIDATION_MARKET, liquidationOf } from '../support/sample-liquidation.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeEach(async () => {
  app = await startApp();
});

afterEach(() => app.stop());

const key = (value: string = randomUUID()) => ({ 'idempotency-key': value });
const { post, begun: begunWith, filled, read, balance } = liquidationActs(() => app);
const begun = (worth: string, id?: string) => begunWith(liquidationOf(worth, id));
const fillPath = (id: string) => pathOf(paths.liquidationFills, { id });
const entries = () => read(pathOf(paths.fundEntries, { id: 'USDT' }), fundEntryResource.array());

describe('a liquidation that is begun', () => {
  it('is stored once for its key, one at a time for its account, and is done when its steps are filled', async () => {
    const again = key('one');
    const first = await post(paths.liquidations, liquidationOf('500'), again);
    const liquidation = liquidationResource.parse(await first.json());
    const replayed = await post(paths.liquidations, liquidationOf('500'), again);
    expect(await replayed.json()).toEqual(liquidation);
    await expectProblem(await post(paths.liquidations, liquidationOf('400'), again), 'idempotency_key_reused');
    await expectProblem(await post(paths.liquidations, liquidationOf('400')), 'liquidation_must_be_the_only_open');
    await expectProblem(
      await app.fetch(paths.liquidations, asJson(liquidationOf('400', 'b'))),
      'idempotency_key_required',
    );
    await expectProblem(await post(paths.liquidations, liquidationOf('5000', 'b')), 'liquidation_must_have_steps');
    const ada = await app.signInAs('author');
    await expectProblem(
      await ada.fetch(paths.liquidations, asJson(liquidationOf('1', 'b'), key())),
      'permission_denied',
    );
    const [step] = liquidation.steps;
    if (step === undefined) throw new Error('no step');
    const { id } = liquidation;
    const fill = { fillId: 'f', step: step.step, size: step.size, price: '60000' };
    await filled(id, fill);
    expect((await read(pathOf(paths.liquidation, { id }), liquidationResource)).state).toBe('done');
    await expectProblem(await post(paths.liquidations, liquidationOf('500')), 'liquidation_must_be_begun_once');
    expect(await read(`${paths.liquidations}?state=open`, liquidationSummary.array())).toEqual([]);
    expect(await read(`${paths.liquidations}?account=a-1&state=done`, liquidationSummary.array())).toHaveLength(1);
  });

  it('filled whole at its limit comes to what the plan says, in one fill or in many', async () => {
    const whole = await begun('500', 'whole');
    const parts = await begun('500', 'parts');
    const step = whole.plan.scopes[0]?.steps.find(({ type }) => type === 'reduce');
    if (step?.type !== 'reduce') throw new Error('no reduction');
    const number = whole.steps[0]?.step ?? 0;
    const price = step.limitPrice ?? '60000';
    const one = await filled(whole.id, { fillId: 'f', step: number, size: step.size, price });
    expect(one).toMatchObject({ received: step.atLimit.cash, fee: step.atLimit.fee, fundFee: step.atLimit.fundFee });
    expect(one.bankruptcyAmount).toBe(step.bankruptcyAmount);
    const third = '0.001';
    const rest = formatDecimal(subtract(decimalOf(step.size), decimalOf('0.002')));
    const amounts = [];
    for (const [index, size] of [third, third, rest].entries()) {
      const fill = await filled(parts.id, { fillId: `f${String(index)}`, step: number, size, price });
      amounts.push(decimalOf(fill.bankruptcyAmount));
    }
    expect(formatDecimal(sum(amounts))).toBe(step.bankruptcyAmount);
    expect((await read(pathOf(paths.liquidation, { id: parts.id }), liquidationResource)).state).toBe('done');
  });

  it('books fee and surplus into the fund, once for each fill, and never more than the fill left', async () => {
    const { id, steps } = await begun('500');
    const step = steps[0]?.step ?? 0;
    const fill = { fillId: 'f-1', step, size: '0.001', price: '60000' };
    const first = await filled(id, fill);
    expect(first.deficit).toBe('0');
    const told = await post(fillPath(id), { ...fill, size: '0.0010' });
    expect(told.status).toBe(200);
    expect(await told.json()).toEqual(first);
    await expectProblem(await post(fillPath(id), { ...fill, price: '60001' }), 'fill_must_be_recorded_once');
    const booked = await entries();
    expect(booked.map(({ source, amount }) => [source, amount])).toEqual(
      [
        ['fee', first.bookedFees],
        ['surplus', first.bookedSurplus],
      ].filter(([, amount]) => amount !== '0'),
    );
    const above = subtract(decimalOf(first.received), decimalOf(first.bankruptcyAmount));
    const taken = sum([first.fee, first.fundFee, first.surplus].map(decimalOf));
    expect(lessOrEqual(taken, above), formatDecimal(taken)).toBe(true);
    expect(await balance()).toBe(formatDecimal(sum([first.bookedFees, first.bookedSurplus].map(decimalOf))));
  });

  it('says what is missing below the bankruptcy amount, and asks nobody for it while the account holds anything', async () => {
    const { id, steps } = await begun('500');
    const fill = await filled(id, { fillId: 'f', step: steps[0]?.step, size: '0.001', price: '50000' });
    expect(fill).toMatchObject({ fee: '0', fundFee: '0', surplus: '0', bookedFees: '0', losses: [] });
    // 0.001 · 60,000 less its share of 500 of equity, which 50 falls short of.
    expect(fill.deficit).toBe(formatDecimal(subtract(decimalOf(fill.bankruptcyAmount), decimalOf('50'))));
  });

  it('takes no fill that does not fit, and none once it is ended', async () => {
    const { id, steps } = await begun('500');
    const step = steps[0]?.step ?? 0;
    const fill = { fillId: 'f', step, size: '0.001', price: '60000' };
    await expectProblem(await post(fillPath(id), { ...fill, size: '2.1' }), 'fill_must_not_exceed_step');
    await expectProblem(await post(fillPath(id), { ...fill, step: 99 }), 'liquidation_step_not_found');
    await expectProblem(await post(fillPath(id), { ...fill, size: '0' }), 'request_must_be_valid');
    await expectProblem(await post(fillPath(id), { fillId: 'f', step, size: '1' }), 'fill_price_must_fit_step');
    await expectProblem(await post(fillPath(randomUUID()), fill), 'liquidation_not_found');
    const end = pathOf(paths.liquidationEnd, { id });
    const ended = await post(end, { reason: 'the account paid in' });
    expect(await ended.json()).toMatchObject({ state: 'ended', reason: 'the account paid in' });
    await expectProblem(await post(end, { reason: 'again' }), 'liquidation_must_be_open');
    expect(await entries()).toEqual([]);
  });

  it('takes a fill that comes after its end, until another has begun', async () => {
    const { id, steps } = await begun('500');
    const fill = { fillId: 'late', step: steps[0]?.step, size: '0.001', price: '60000' };
    await post(pathOf(paths.liquidationEnd, { id }), { reason: 'the account paid in' });
    const late = await filled(id, fill);
    expect(late.bookedFees).not.toBe('0');
    expect((await read(pathOf(paths.liquidation, { id }), liquidationResource)).state).toBe('ended');
    await begun('499');
    await expectProblem(await post(fillPath(id), { ...fill, fillId: 'later' }), 'liquidation_must_be_open');
    // Told again, it has the same answer.
    expect(await (await post(fillPath(id), fill)).json()).toEqual(late);
  });

  it('takes a price far from the mark only where it is meant', async () => {
    const { id, steps } = await begun('500');
    const fill = { fillId: 'f', step: steps[0]?.step, size: '0.001', price: '6000' };
    await expectProblem(await post(fillPath(id), fill), 'fill_price_must_be_meant');
    await expectProblem(await post(fillPath(id), { ...fill, price: '600000' }), 'fill_price_must_be_meant');
    expect((await filled(id, { ...fill, isPriceMeant: true })).price).toBe('6000');
  });

  it('is not begun in a market of long ago', async () => {
    const old = { ...liquidationOf('500'), market: { ...LIQUIDATION_MARKET, asOf: hoursAgo(25) } };
    await expectProblem(await post(paths.liquidations, old), 'liquidation_must_not_be_old');
    expect((await post(`${paths.liquidations}?dryRun=true`, old)).status).toBe(200);
  });

  it('filled by many at once is never filled beyond its size', async () => {
    const { id, steps } = await begun('500');
    const [step] = steps;
    if (step === undefined) throw new Error('no step');
    const size = String(Math.floor((Number(step.size) * 1000) / 3) / 1000);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        post(fillPath(id), { fillId: `f${String(index)}`, step: step.step, size, price: '60000' }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(3);
    expect(statuses.filter((status) => status === 422 || status === 409)).toHaveLength(5);
  });
});

describe('a takeover', () => {
  it('is refused where it costs more above the mark than the fund has', async () => {
    const { id, steps } = await begun('-700');
    const fill = { fillId: 't', step: steps[0]?.step, size: '2' };
    await expectProblem(await post(fillPath(id), fill), 'fund_must_be_able_to_take_over');
    expect((await read(pathOf(paths.liquidation, { id }), liquidationResource)).steps[0]?.filled).toBe('0');
  });
});
