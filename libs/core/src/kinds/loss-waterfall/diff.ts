import { canonicalJson } from '../../canonical/index.ts';
import { fieldDifference, matchRows, rowDifferences } from '../../policy/index.ts';
import type { Difference, Effect } from '../../policy/index.ts';
import { layerDifferences, LAYER_PARAMETERS } from './diff-layer.ts';
import type { LayerRow, LossWaterfallDocument } from './schema.ts';

/** What differs between two waterfalls, layer by layer; deleveraging closes positions, everything else costs. */
export function diff(before: LossWaterfallDocument, after: LossWaterfallDocument): Difference[] {
  return [
    ...orderDifference(before.layers, after.layers),
    ...matchRows(before.layers, after.layers, ({ type }) => `type=${type}`).flatMap((row) => {
      const path = `/layers/${row.key}`;
      if (row.before !== null && row.after !== null) return layerDifferences(row.before, row.after, path);
      const type = row.before?.type ?? row.after?.type ?? 'adl';
      const texts = { before: textOf(row.before), after: textOf(row.after) };
      const effect = row.after === null ? effectOfLoss(type) : effectOfGain(type);
      return fieldDifference({ path, subject: `The layer \`${type}\``, ...texts, effect: () => effect });
    }),
    ...rowDifferences({
      list: 'conversions',
      word: 'conversion',
      before: before.conversions,
      after: after.conversions,
      keyOf: ({ from, to }) => `from=${from.replaceAll('/', '~1')},to=${to.replaceAll('/', '~1')}`,
      effect: 'costs',
    }),
    ...rowDifferences({
      list: 'facts',
      word: 'fact',
      before: before.facts,
      after: after.facts,
      keyOf: ({ name }) => `name=${name}`,
      effect: 'costs',
    }),
  ];
}

/** Every path that a difference may have. */
export const parameters: readonly string[] = [
  '/layers',
  '/layers/*',
  ...LAYER_PARAMETERS,
  '/conversions/*',
  '/facts/*',
];

/** The order of the layers that stand on both sides. */
function orderDifference(before: readonly LayerRow[], after: readonly LayerRow[]): Difference[] {
  const common = (own: readonly LayerRow[], other: readonly LayerRow[]): string[] =>
    own.map(({ type }) => type).filter((type) => other.some((layer) => layer.type === type));
  const [old, next] = [common(before, after), common(after, before)];
  return fieldDifference({
    path: '/layers',
    subject: 'The order of layers',
    before: old.join(', '),
    after: next.join(', '),
    effect: () => (old.includes('adl') ? 'can-liquidate' : 'costs'),
  });
}

function effectOfGain(type: LayerRow['type']): Effect {
  return type === 'adl' ? 'can-liquidate' : type === 'socialization' ? 'costs' : 'loosens';
}

function effectOfLoss(type: LayerRow['type']): Effect {
  return type === 'adl' || type === 'socialization' ? 'loosens' : 'costs';
}

function textOf(row: unknown): string | null {
  return row === null ? null : canonicalJson(row);
}
