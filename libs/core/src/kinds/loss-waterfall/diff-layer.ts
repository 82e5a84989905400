import { canonicalJson } from '../../canonical/index.ts';
import { fieldDifference, matchRows } from '../../policy/index.ts';
import type { Difference, Effect } from '../../policy/index.ts';
import type { LayerRow } from './schema.ts';

const SCALARS = [
  ['periodSeconds', 'The period of the caps'],
  ['opens', 'What opens deleveraging'],
  ['score', 'What the queue goes by'],
  ['closeAt', 'What deleveraging closes at'],
  ['positionShareMax', 'The share of a position that is closed at most'],
  ['roundShareMax', 'The share of the open position that is placed at most'],
  ['method', 'The way in which the loss is shared out'],
  ['capacity', 'What an account can lose at most'],
  ['base', 'What is levelled'],
  ['riskExponent', 'The exponent of leverage'],
  ['capRate', 'The share of its capacity that an account bears at most'],
] as const;

const TABLES = [
  ['caps', 'asset', 'The caps in'],
  ['capacityMins', 'asset', 'The least capacity in'],
  ['exemptions', 'name', 'The exemption'],
] as const;

/** Every path that a difference within a layer may have. */
export const LAYER_PARAMETERS: readonly string[] = [
  ...SCALARS.map(([field]) => `/layers/*/${field}`),
  ...TABLES.map(([list]) => `/layers/*/${list}/*`),
];

/** What differs between two layers of one type. */
export function layerDifferences(before: LayerRow, after: LayerRow, path: string): Difference[] {
  const effect: Effect = before.type === 'adl' ? 'can-liquidate' : 'costs';
  const [old, next]: readonly Fields[] = [before, after];
  return [
    ...SCALARS.flatMap(([field, subject]) =>
      fieldDifference({
        path: `${path}/${field}`,
        subject: `${subject} in \`${before.type}\``,
        before: scalarText(old?.[field]),
        after: scalarText(next?.[field]),
        effect: () => effect,
      }),
    ),
    ...TABLES.flatMap(([list, key, subject]) =>
      matchRows(rowsOf(old?.[list]), rowsOf(next?.[list]), (row) => String(row[key])).flatMap((row) =>
        fieldDifference({
          path: `${path}/${list}/${key}=${row.key.replaceAll('/', '~1')}`,
          subject: `${subject} \`${row.key}\` of \`${before.type}\``,
          before: row.before === null ? null : canonicalJson(row.before),
          after: row.after === null ? null : canonicalJson(row.after),
          effect: () => effect,
        }),
      ),
    ),
  ];
}

type Fields = Readonly<Record<string, unknown>>;

/** A layer without the list has no rows in it. */
function rowsOf(list: unknown): readonly Fields[] {
  return Array.isArray(list) ? (list as readonly Fields[]) : [];
}

function scalarText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
