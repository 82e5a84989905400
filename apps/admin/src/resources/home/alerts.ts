import type { AskedLossResource, BookZonesResource, FundResource } from '@backstop/contracts';
import type { Tone } from '../../layout/palette.ts';
import { readDuration } from '../../text/readDuration.ts';
import { fundCondition, TONE_OF_CONDITION } from '../funds/fundCondition.ts';
import { fundPath } from '../funds/fundPath.ts';
import { liquidationPath } from '../liquidations/liquidationPath.ts';
import { zonePath } from '../accounts/accountPath.ts';

/** Books that the first page shows beside each other. */
export const BOOKS_SHOWN = 12;

/** A book older than this is called old, in milliseconds. The marks that an evaluation trusts have limits of their own, by policy. */
const BOOK_AGE_MAX = 3_600_000;

/** Something that somebody should look at, and where. */
export interface HomeAlert {
  /** Key of its text under `alert`, with what fills it in. */
  readonly text: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly tone: Extract<Tone, 'danger' | 'caution' | 'unknown'>;
  readonly to: string;
}

/** What is known; undefined where it is not, or not for this person. */
export interface AlertFacts {
  readonly book: BookZonesResource | undefined;
  readonly funds: readonly FundResource[] | undefined;
  /** Emergency changes in force that nobody has confirmed. */
  readonly emergencies: number;
  /** What liquidations left missing and nobody has recorded. */
  readonly asked: readonly Pick<AskedLossResource, 'liquidation'>[] | undefined;
  readonly now: number;
}

/** What should be looked at, the gravest first. */
export function alertsOf({ book, funds, emergencies, asked, now }: AlertFacts): readonly HomeAlert[] {
  const alerts: HomeAlert[] = [];
  if (emergencies > 0) {
    alerts.push({ text: 'emergencies', values: { smart_count: emergencies }, tone: 'danger', to: '/inbox' });
  }
  const [first] = asked ?? [];
  if (first !== undefined) {
    const values = { smart_count: asked?.length ?? 0 };
    alerts.push({ text: 'losses_asked', values, tone: 'danger', to: liquidationPath(first.liquidation) });
  }
  for (const fund of funds ?? []) {
    if (fund.adlOpenFor.length > 0) {
      const values = { fund: fund.id, contracts: fund.adlOpenFor.join(', ') };
      alerts.push({ text: 'fund_adl', values, tone: 'danger', to: fundPath(fund.id) });
    }
    const condition = fundCondition(fund);
    const tone = TONE_OF_CONDITION[condition];
    if (tone !== 'danger' && tone !== 'caution') continue;
    alerts.push({ text: `fund_${condition}`, values: { fund: fund.id }, tone, to: fundPath(fund.id) });
  }
  if (book !== undefined) alerts.push(...ofBook(book, now));
  const order = ['danger', 'unknown', 'caution'];
  return alerts.toSorted((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone));
}

function ofBook({ snapshot, zones, notJudged }: BookZonesResource, now: number): HomeAlert[] {
  const untold = zones.find(({ zone }) => zone === null)?.scopes ?? 0;
  const age = now - Date.parse(snapshot.asOf);
  const alerts: HomeAlert[] = [];
  if (untold > 0) {
    alerts.push({ text: 'indeterminate', values: { smart_count: untold }, tone: 'unknown', to: zonePath(null) });
  }
  if (notJudged > 0) {
    alerts.push({ text: 'not_judged', values: { smart_count: notJudged }, tone: 'unknown', to: '/accounts' });
  }
  if (age > BOOK_AGE_MAX) {
    alerts.push({ text: 'old_book', values: { age: readDuration(age / 1000) }, tone: 'caution', to: '/accounts' });
  }
  return alerts;
}
