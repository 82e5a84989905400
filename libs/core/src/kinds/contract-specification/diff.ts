import { byDirection, fieldDifference, matchRows, pointerOf, UNLIMITED } from '../../policy/index.ts';
import type { Difference, Effect, FieldMove, MatchedRow } from '../../policy/index.ts';
import { parseInstant } from '../../venue/index.ts';
import type { AssetRow, ContractRow, ContractSpecificationDocument } from './schema.ts';

/** The differences of both tables, row by row, found by name. */
export function diff(before: ContractSpecificationDocument, after: ContractSpecificationDocument): Difference[] {
  return [
    ...matchRows(before.assets, after.assets, (row) => row.asset).flatMap(diffAsset),
    ...matchRows(before.contracts, after.contracts, (row) => row.contract).flatMap(diffContract),
  ];
}

function diffAsset({ key, before, after }: MatchedRow<AssetRow>): Difference[] {
  const path = pointerOf(['assets', `asset=${key}`]);
  if (before === null || after === null) return [wholeRow(path, `The asset \`${key}\``, before, after)];
  return fieldDifference({
    path: `${path}/precision`,
    subject: `The precision of the asset \`${key}\``,
    before: String(before.precision),
    after: String(after.precision),
    effect: () => 'can-liquidate',
  });
}

interface ScalarField {
  readonly field: keyof ContractRow;
  /** How sentences call it. */
  readonly words: string;
  readonly effect: FieldMove['effect'];
}

const liquidates = (): Effect => 'can-liquidate';
const limit = byDirection({ rise: 'loosens', fall: 'blocks-new-risk', whereNull: UNLIMITED });
/** A coarser step rounds prices and closes further; 1e-8 is what stands in for a step that is not known. */
const step = byDirection({ rise: 'costs', fall: 'none', whereNull: '0.00000001' });

const FIELDS: readonly ScalarField[] = [
  { field: 'type', words: 'type', effect: liquidates },
  { field: 'multiplier', words: 'multiplier', effect: liquidates },
  { field: 'base', words: 'base asset', effect: liquidates },
  { field: 'quote', words: 'quote asset', effect: liquidates },
  { field: 'settlementAsset', words: 'settlement asset', effect: liquidates },
  { field: 'tickSize', words: 'tick size', effect: step },
  { field: 'lotSize', words: 'lot size', effect: step },
  // Another group may be under another ladder.
  { field: 'group', words: 'group', effect: liquidates },
  { field: 'expiresAt', words: 'expiry', effect: expiryEffect },
  { field: 'positionSizeMax', words: 'largest position size', effect: limit },
  { field: 'openInterestMax', words: 'largest open interest', effect: limit },
  { field: 'listing', words: 'listing', effect: listingEffect },
];

/** Every path that a difference may have. */
export const parameters: readonly string[] = [
  '/assets/*',
  '/assets/*/precision',
  '/contracts/*',
  ...FIELDS.map(({ field }) => `/contracts/*/${field}`),
];

function diffContract({ key, before, after }: MatchedRow<ContractRow>): Difference[] {
  const path = pointerOf(['contracts', `contract=${key}`]);
  if (before === null || after === null) return [wholeRow(path, `The contract \`${key}\``, before, after)];
  return FIELDS.flatMap(({ field, words, effect }) =>
    fieldDifference({
      path: `${path}/${field}`,
      subject: `The ${words} of \`${key}\``,
      before: before[field],
      after: after[field],
      effect,
    }),
  );
}

/** What is held in a row that goes can no longer be judged. */
function wholeRow(path: string, subject: string, before: object | null, after: object | null): Difference {
  return {
    path,
    before: before && rowText(before),
    after: after && rowText(after),
    effect: before === null ? 'none' : 'can-liquidate',
    sentence: before === null ? `${subject} is new.` : `${subject} is removed.`,
  };
}

function rowText(row: object): string {
  const stated = Object.entries(row).filter(([, value]) => value !== null);
  return stated.map(([field, value]) => `${field} ${String(value)}`).join(', ');
}

/** An earlier expiry ends new risk earlier; none stated is the latest. */
function expiryEffect(before: string | null, after: string | null): Effect {
  return instantOrLast(after) < instantOrLast(before) ? 'blocks-new-risk' : 'loosens';
}

function instantOrLast(text: string | null): number {
  return (text === null ? null : parseInstant(text)) ?? Number.POSITIVE_INFINITY;
}

const LISTINGS_BY_STRICTNESS: readonly (string | null)[] = ['listed', 'reduce-only', 'delisted'];

function listingEffect(before: string | null, after: string | null): Effect {
  return LISTINGS_BY_STRICTNESS.indexOf(after) > LISTINGS_BY_STRICTNESS.indexOf(before) ? 'blocks-new-risk' : 'loosens';
}
