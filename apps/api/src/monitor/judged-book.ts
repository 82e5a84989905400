import type { BookScopeResource, BookZonesResource } from '@backstop/contracts';
import type { AccountJudgement, PoolFigures, PoolJudgement } from '@backstop/core/evaluation';
import { compare, divide, formatDecimal, formatDecimalOrNull, isPositive, multiply } from '@backstop/core/num';

/** Scopes of a book that are kept in order of risk; of a longer book the nearest to liquidation. */
const LISTED_MAX = 100_000;

/** Decimals of the margin ratio that is shown; the order is decided without it. */
const MARGIN_RATIO_SCALE = 8;

/** What a book comes to under a set. */
export interface JudgedBook {
  /** The nearest to liquidation first. */
  readonly rows: readonly BookScopeResource[];
  readonly counts: Pick<BookZonesResource, 'scopes' | 'listed' | 'notJudged' | 'zones' | 'contracts'>;
}

/** A book that is being judged, one account after another. */
export interface JudgedBookRun {
  /** Null = the set does not know what the account names. */
  readonly add: (account: string, judgement: AccountJudgement | null) => void;
  readonly end: () => JudgedBook;
}

interface Entry {
  readonly account: string;
  readonly judged: PoolJudgement;
}

interface ZoneCount {
  readonly zone: string | null;
  readonly actions: string[];
  scopes: number;
}

export function judgedBook(listedMax = LISTED_MAX): JudgedBookRun {
  let entries: Entry[] = [];
  let [scopes, notJudged] = [0, 0];
  const zones = new Map<string | null, ZoneCount>();
  const contracts = new Map<string, number>();
  const trim = (): void => {
    entries = entries.toSorted(byRisk).slice(0, listedMax);
  };
  return {
    add: (account, judgement) => {
      if (judgement === null) notJudged += 1;
      for (const judged of judgement?.pools ?? []) {
        scopes += 1;
        const { zone, actions } = judged.zone;
        const known = zones.get(zone) ?? { zone, actions: actions.map(({ type }) => type), scopes: 0 };
        known.scopes += 1;
        zones.set(zone, known);
        for (const contract of contractsOf(judged)) contracts.set(contract, (contracts.get(contract) ?? 0) + 1);
        entries.push({ account, judged });
      }
      if (entries.length > 2 * listedMax) trim();
    },
    end: () => {
      trim();
      return {
        rows: entries.map(rowOf),
        counts: {
          ...{ scopes, listed: entries.length, notJudged },
          zones: [...zones.values()].toSorted((a, b) => b.scopes - a.scopes),
          contracts: [...contracts]
            .map(([contract, held]) => ({ contract, scopes: held }))
            .toSorted((a, b) => b.scopes - a.scopes || (a.contract < b.contract ? -1 : 1)),
        },
      };
    },
  };
}

/**
 * Those worth less than nothing first, then those that cannot be judged, then by equity over maintenance margin,
 * compared without dividing; who needs no margin comes last. Ids decide between equals.
 */
function byRisk(a: Entry, b: Entry): number {
  return (
    groupOf(a.judged) - groupOf(b.judged) ||
    byRatio(a.judged.figures, b.judged.figures) ||
    order(a.account, b.account) ||
    order(a.judged.pool.key, b.judged.pool.key)
  );
}

function groupOf({ figures, zone }: PoolJudgement): number {
  if (figures?.state === 'bankrupt') return isPositive(figures.maintenanceMargin) ? 1 : 0;
  if (figures === null || zone.zone === null) return 2;
  return isPositive(figures.maintenanceMargin) ? 3 : 4;
}

function byRatio(a: PoolFigures | null, b: PoolFigures | null): number {
  if (a === null || b === null) return order(a === null ? '0' : '1', b === null ? '0' : '1');
  if (isPositive(a.maintenanceMargin) !== isPositive(b.maintenanceMargin))
    return isPositive(a.maintenanceMargin) ? -1 : 1;
  return compare(multiply(a.equity, b.maintenanceMargin), multiply(b.equity, a.maintenanceMargin));
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function contractsOf({ pool }: PoolJudgement): string[] {
  return [...new Set(pool.positions.map(({ contract }) => contract))];
}

function rowOf({ account, judged }: Entry, at: number): BookScopeResource {
  const { pool, figures, zone } = judged;
  return {
    rank: at + 1,
    account,
    scope: pool.scope,
    key: pool.key,
    asset: pool.asset,
    contracts: contractsOf(judged),
    zone: zone.zone,
    actions: zone.actions.map(({ type }) => type),
    state: figures?.state ?? null,
    equity: formatDecimalOrNull(figures?.equity ?? null),
    accountValue: formatDecimalOrNull(figures?.accountValue ?? null),
    maintenanceMargin: formatDecimalOrNull(figures?.maintenanceMargin ?? null),
    marginRatio: ratioOf(figures),
  };
}

function ratioOf(figures: PoolFigures | null): string | null {
  if (figures === null || !isPositive(figures.maintenanceMargin)) return null;
  return formatDecimal(divide(figures.equity, figures.maintenanceMargin, MARGIN_RATIO_SCALE, 'floor'));
}
