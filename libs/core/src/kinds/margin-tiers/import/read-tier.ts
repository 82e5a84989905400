import { compare, decimal, greaterOrEqual, parseDecimal, ZERO } from '../../../num/index.ts';
import type { Decimal } from '../../../num/index.ts';
import { sourceDecimal } from './source-decimal.ts';
import type { SourceFigure, SourceTier, TierField } from './source-ladder.ts';

/** A tier in the form of the document, with where its figures stand in the source. */
export interface ReadTier {
  readonly source: SourceTier;
  readonly row: {
    readonly notionalFloor: string;
    readonly notionalCap: string | null;
    readonly maintenanceMarginRate: string;
    readonly maintenanceDeduction: string | null;
    readonly leverageMax: string | null;
  };
  readonly hasSentinelCap: boolean;
  readonly problems: readonly FigureProblem[];
}

export interface FigureProblem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly suggestion: string;
}

/**
 * From here on a cap is a sentinel for "unbounded", not an amount: 10^15 of a settlement asset is a thousand times the
 * largest real cap. Binance states 9223372036854775807, the largest 64-bit integer.
 */
const SENTINEL_CAP: Decimal = decimal(10n ** 15n);
const SENTINEL_CAP_NUMBER = 1e15;

const OPTIONAL: readonly TierField[] = ['notionalCap', 'maintenanceDeduction', 'leverageMax'];

/** The figures of one tier as decimal text; of every figure that cannot be taken over a problem and the text `0`. */
export function readTier(source: SourceTier): ReadTier {
  const problems: FigureProblem[] = [];
  const text = (field: TierField): string | null => {
    const figure = source[field];
    if (isAbsent(figure)) {
      if (!OPTIONAL.includes(field)) problems.push(missing(figure));
      return null;
    }
    const read = sourceDecimal(figure.value);
    if (read.ok) return read.text;
    problems.push({ code: read.code, path: figure.path, message: read.message, suggestion: read.suggestion });
    return null;
  };
  const hasSentinelCap = isSentinel(source.notionalCap.value);
  const row = {
    notionalFloor: text('notionalFloor') ?? '0',
    notionalCap: hasSentinelCap ? null : text('notionalCap'),
    maintenanceMarginRate: text('maintenanceMarginRate') ?? '0',
    maintenanceDeduction: text('maintenanceDeduction'),
    leverageMax: text('leverageMax'),
  };
  return { source, row, hasSentinelCap, problems };
}

/** By ascending floor, those with one floor in the order of the source: the order in which the document has them. */
export function byFloor(a: ReadTier, b: ReadTier): number {
  return compare(parseDecimal(a.row.notionalFloor) ?? ZERO, parseDecimal(b.row.notionalFloor) ?? ZERO);
}

function isAbsent({ value }: SourceFigure): boolean {
  return value === undefined || value === null || value === '';
}

function isSentinel(value: unknown): boolean {
  if (typeof value === 'number') return value >= SENTINEL_CAP_NUMBER;
  const read = typeof value === 'string' ? parseDecimal(value) : null;
  return read !== null && greaterOrEqual(read, SENTINEL_CAP);
}

function missing({ path }: SourceFigure): FigureProblem {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    code: 'figure_missing',
    path,
    message: `the figure \`${name}\` is missing`,
    suggestion: 'a decimal such as "0.005"',
  };
}
