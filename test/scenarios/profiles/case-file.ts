import { readdirSync } from 'node:fs';
import { rulesFile } from '../import/rules-files.ts';

/** An account in a market and what must come out; figures that are not named may be anything. */
export interface CaseFile {
  readonly title: string;
  readonly account: unknown;
  readonly market: unknown;
  readonly expected: { readonly outcome: string; readonly scopes: readonly Readonly<Record<string, unknown>>[] };
  /** What is to be done to the account. */
  readonly expectedPlan?: object;
  readonly loss?: CaseLoss;
  /** Who bears it; only with a loss. */
  readonly expectedLoss?: object;
}

/** A loss with the names that `POST /v1/losses` knows, and what the fund holds for it; amounts as decimal text. */
export interface CaseLoss {
  readonly account: string;
  readonly ownerId?: string;
  readonly tags?: readonly string[];
  readonly contract: string;
  readonly markPrice: string;
  readonly openPosition?: { readonly size: string; readonly closePrice: string };
  readonly deficit?: CaseAmount;
  readonly residual?: readonly CaseAmount[];
  readonly fees?: readonly CaseAmount[];
  readonly treasury?: readonly CaseAmount[];
  readonly prices?: Readonly<Record<string, string>>;
  readonly fundBalance?: string;
  readonly candidates?: readonly CaseCandidate[];
}

export interface CaseAmount {
  readonly asset: string;
  readonly amount: string;
}

export interface CaseCandidate {
  readonly id: string;
  readonly ownerId?: string;
  readonly accountValue: string;
  readonly notional: string;
  readonly positivePnl: string;
  readonly positions?: readonly {
    readonly scope: string;
    readonly size: string;
    readonly entryPrice: string;
    readonly accountValue: string;
    readonly notional: string;
  }[];
}

/** The cases of a profile by file name. */
export function casesOf(profile: string): readonly (readonly [string, CaseFile])[] {
  const names = readdirSync(new URL(`../../../rules/${profile}/cases/`, import.meta.url)).toSorted();
  return names.map((name) => [name, JSON.parse(rulesFile(`${profile}/cases/${name}`)) as CaseFile] as const);
}
