import { decimalOf, type PolicySet } from '@backstop/core/policy';
import { startImpact, type ImpactRun } from '@backstop/core/simulation';
import type { Market } from '@backstop/core/venue';
import type { ImpactReport } from '@backstop/contracts';
import { compiledApart } from '../evaluation/compiled-apart.ts';
import { sha256 } from '../persistence/sha256.ts';
import { runsOf } from '../threads/runs.ts';
import { impactFigures } from './impact-report.ts';
import { readStoredLine, storedLines, type StoredLines } from './stored-lines.ts';

/** What an impact is asked of: two sets that pass their checks, and amounts as decimal text. */
export interface ImpactQuestion {
  readonly before: PolicySet;
  readonly after: PolicySet;
  readonly shocks: readonly string[];
  /** Balances of the fund by compartment. */
  readonly fundBalances: readonly (readonly [fund: string, balance: string])[];
}

/** A step of one impact among several that are worked out side by side. */
export type ImpactTask = { readonly run: number } & (
  | { readonly step: 'begin'; readonly question: ImpactQuestion }
  | { readonly step: 'piece'; readonly piece: Uint8Array }
  | { readonly step: 'end' }
  | { readonly step: 'forget' }
);

/** What all pieces come to, and the hash of the book that they are. */
export interface ImpactFound {
  readonly hash: string;
  readonly figures: Omit<ImpactReport, 'snapshot'>;
}

interface Running {
  readonly impact: ImpactRun;
  readonly lines: StoredLines;
  market: Market | null;
}

/** Those that are begun and neither ended nor forgotten. */
const running = runsOf<Running>('the impact');

/** Goes a step; only the last one finds anything. */
export async function impactStep(task: ImpactTask): Promise<ImpactFound | null> {
  switch (task.step) {
    case 'begin':
      running.begin(task.run, { impact: begun(task.question), lines: storedLines(), market: null });
      return null;
    case 'piece':
      await judgePiece(running.known(task.run), Buffer.from(task.piece));
      return null;
    case 'end': {
      const { impact, lines } = running.known(task.run);
      return { hash: lines.hash(), figures: impactFigures(impact.report()) };
    }
    case 'forget':
      running.forget(task.run);
      return null;
  }
}

function begun({ before, after, shocks, fundBalances }: ImpactQuestion): ImpactRun {
  return startImpact({
    ...{ before: compiledApart(before), after: compiledApart(after), shocks: shocks.map(decimalOf), sha256 },
    fundBalances: new Map(fundBalances.map(([fund, balance]) => [fund, decimalOf(balance)])),
  });
}

async function judgePiece(one: Running, piece: Buffer): Promise<void> {
  for (const text of await one.lines.of(piece)) {
    one.market = readStoredLine(text, one.market, (account, market) => {
      one.impact.add(account, market);
    });
  }
}
