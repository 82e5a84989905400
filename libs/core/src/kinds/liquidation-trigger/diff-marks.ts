import { lessThan } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Difference, Effect } from '../../policy/index.ts';
import { parseInstant } from '../../venue/index.ts';
import { isSame, textOf } from './edit.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

type Hold = LiquidationTriggerDocument['holds'][number];

/**
 * Differences of what makes a mark bad, and of holds. A stricter limit leaves more scopes indeterminate, which blocks
 * new risk; a looser one lets scopes be judged, and so liquidated, on marks that were not believed before.
 */
export function diffMarks(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Difference[] {
  const seconds = (document: LiquidationTriggerDocument) =>
    document.markAgeMaxSeconds === null ? null : document.markAgeMaxSeconds.toString();
  return [
    ...diffLimit(
      '/markAgeMaxSeconds',
      'The age up to which a mark price is believed, in seconds,',
      seconds(before),
      seconds(after),
    ),
    ...diffLimit(
      '/markBand/indexDeviationMax',
      'The band of the mark price around the index price',
      before.markBand?.indexDeviationMax ?? null,
      after.markBand?.indexDeviationMax ?? null,
    ),
    ...diffLimit(
      '/markBand/lastGoodDeviationMax',
      'The band of the mark price around the last good one',
      before.markBand?.lastGoodDeviationMax ?? null,
      after.markBand?.lastGoodDeviationMax ?? null,
    ),
    ...diffHolds(before.holds, after.holds),
  ];
}

function diffLimit(path: string, what: string, before: string | null, after: string | null): Difference[] {
  if (before === after) return [];
  const isStricter = after !== null && (before === null || lessThan(decimalOf(after), decimalOf(before)));
  const effect = isStricter ? 'blocks-new-risk' : 'can-liquidate';
  const sentence = `${what} goes from ${before ?? 'no limit'} to ${after ?? 'no limit'}.`;
  return [{ path, before, after, effect, sentence }];
}

function diffHolds(before: readonly Hold[], after: readonly Hold[]): Difference[] {
  const key = ({ contract, from }: Hold) => `/holds/contract=${contract},from=${from}`;
  const keys = [...new Set([...before, ...after].map(key))];
  return keys.flatMap((path) => {
    const old = before.find((hold) => key(hold) === path);
    const next = after.find((hold) => key(hold) === path);
    if (isSame(old, next)) return [];
    const texts = { before: textOf(old), after: textOf(next) };
    return [{ path, ...texts, effect: effectOfHold(old, next), sentence: sentenceOfHold(old, next) }];
  });
}

/** Canonical instants of one length sort as text, but milliseconds are left out where there are none: compare times. */
function effectOfHold(old: Hold | undefined, next: Hold | undefined): Effect {
  if (old === undefined) return 'loosens';
  if (next === undefined) return 'can-liquidate';
  const [then, now] = [parseInstant(old.until) ?? 0, parseInstant(next.until) ?? 0];
  return now > then ? 'loosens' : now < then ? 'can-liquidate' : 'none';
}

function sentenceOfHold(old: Hold | undefined, next: Hold | undefined): string {
  if (next === undefined) return `The hold of \`${old?.contract ?? ''}\` is removed: it can be liquidated again.`;
  const { contract, from, until } = next;
  if (old === undefined) return `Liquidation of \`${contract}\` is on hold from ${from} until ${until}.`;
  if (old.until === until) return `The hold of \`${contract}\` has another reason.`;
  return `The hold of \`${contract}\` ends at ${until} instead of ${old.until}.`;
}
