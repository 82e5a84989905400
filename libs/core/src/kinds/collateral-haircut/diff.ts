import { byDirection, fieldDifference, UNLIMITED } from '../../policy/index.ts';
import type { Difference, Effect, FieldMove } from '../../policy/index.ts';
import { diffLadder } from './diff-ladder.ts';
import type { CollateralHaircutDocument } from './schema.ts';

/** The differences of two haircuts, field by field; tiers by their floor. Of two models, only that they differ. */
export function diff(before: CollateralHaircutDocument, after: CollateralHaircutDocument): Difference[] {
  return [
    ...diffWeighting(before, after),
    ...diffFields(COMMON, commonTexts(before), commonTexts(after)),
    ...diffRateDecimals(before, after),
  ];
}

/** Weights of assets are cut down, those of debts may be cut up: with fewer or more decimals, one of them can lose. */
function diffRateDecimals(before: CollateralHaircutDocument, after: CollateralHaircutDocument): Difference[] {
  return fieldDifference({
    path: '/rateDecimals',
    subject: 'The number of decimals of computed weights',
    before: String(before.rateDecimals),
    after: String(after.rateDecimals),
    effect: () => (computesWeights(before) || computesWeights(after) ? 'can-liquidate' : 'none'),
  });
}

function computesWeights({ model, liability }: CollateralHaircutDocument): boolean {
  return model !== 'ladder' || liability !== null;
}

function diffWeighting(before: CollateralHaircutDocument, after: CollateralHaircutDocument): Difference[] {
  if (before.model === 'ladder' && after.model === 'ladder') return diffLadder(before.tiers, after.tiers);
  if (before.model === after.model) return diffFields(WEIGHTING, weightingTexts(before), weightingTexts(after));
  return fieldDifference({
    path: '/model',
    subject: 'The model of the weight',
    before: before.model,
    after: after.model,
    effect: liquidates,
  });
}

interface ScalarField {
  /** How sentences call it. */
  readonly words: string;
  readonly effect: FieldMove['effect'];
}

type Texts = Readonly<Record<string, string | null>>;

const liquidates = (): Effect => 'can-liquidate';
const fallLiquidates = byDirection({ rise: 'loosens', fall: 'can-liquidate', whereNull: '0' });
const riseLiquidates = byDirection({ rise: 'can-liquidate', fall: 'loosens', whereNull: '0' });

const WEIGHTING: Readonly<Record<string, ScalarField>> = {
  weight: { words: 'weight', effect: fallLiquidates },
  factor: { words: 'fall of the weight with size', effect: riseLiquidates },
  depositsStart: { words: 'level of deposits from which the weight falls', effect: fallLiquidates },
};

const COMMON: Readonly<Record<string, ScalarField>> = {
  // A higher price raises what a debt costs, a lower one what collateral counts: either side can be hurt.
  'priceRule/source': { words: 'source of the price', effect: liquidates },
  'priceRule/floorPrice': { words: 'floor of the price', effect: liquidates },
  // A price that is too old leaves an account without judgement: new risk is blocked, nobody is liquidated. A limit that
  // is looser lets accounts be judged, and so liquidated, by prices that were not believed before.
  priceAgeMaxSeconds: {
    words: 'largest age of the price in seconds',
    effect: byDirection({ rise: 'can-liquidate', fall: 'blocks-new-risk', whereNull: UNLIMITED }),
  },
  shareMax: {
    words: 'largest share of counted collateral',
    effect: byDirection({ rise: 'loosens', fall: 'can-liquidate', whereNull: UNLIMITED }),
  },
  'liability/weight': {
    words: 'weight of a debt',
    effect: byDirection({ rise: 'can-liquidate', fall: 'loosens', whereNull: '1' }),
  },
  'liability/factor': { words: 'growth of the weight of a debt with size', effect: riseLiquidates },
  'liability/rounding': {
    words: 'rounding of the weight of a debt',
    // Where no weight was or is stated, the growth of it speaks.
    effect: (before, after) =>
      before === null || after === null ? 'none' : after === 'ceil' ? 'can-liquidate' : 'loosens',
  },
};

/** Every path that a difference may have. */
export const parameters: readonly string[] = [
  '/model',
  '/tiers/*',
  '/tiers/*/valueCap',
  '/tiers/*/weight',
  '/rateDecimals',
  ...[...Object.keys(WEIGHTING), ...Object.keys(COMMON)].map((field) => `/${field}`),
];

function diffFields(fields: Readonly<Record<string, ScalarField>>, before: Texts, after: Texts): Difference[] {
  return Object.entries(fields).flatMap(([field, { words, effect }]) =>
    fieldDifference({
      path: `/${field}`,
      subject: `The ${words}`,
      before: before[field] ?? null,
      after: after[field] ?? null,
      effect,
    }),
  );
}

function weightingTexts(document: CollateralHaircutDocument): Texts {
  if (document.model === 'ladder') return {};
  return document.model === 'size-discount'
    ? { weight: document.weight, factor: document.factor }
    : { weight: document.weight, depositsStart: document.depositsStart };
}

function commonTexts({ priceRule, liability, ...document }: CollateralHaircutDocument): Texts {
  return {
    'priceRule/source': priceRule.source,
    'priceRule/floorPrice': priceRule.floorPrice,
    priceAgeMaxSeconds: document.priceAgeMaxSeconds === null ? null : String(document.priceAgeMaxSeconds),
    shareMax: document.shareMax,
    'liability/weight': liability?.weight ?? null,
    'liability/factor': liability?.factor ?? null,
    'liability/rounding': liability?.rounding ?? null,
  };
}
