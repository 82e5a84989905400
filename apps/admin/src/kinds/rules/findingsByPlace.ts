import type { AnalysisFinding } from '@backstop/contracts';

/** A finding at one of the places that it is about. */
export interface PlacedFinding {
  readonly finding: AnalysisFinding;
  /** Whether this is the first of them: there it is told whole, elsewhere in its sentence only. */
  readonly isFirst: boolean;
}

/**
 * Findings by where they stand in a document: `rules/0`, `exits/1`; under '' those that are about no single row. The first
 * pointer of a finding leads to what it is about; only a warning stands at the others as well.
 */
export function findingsByPlace(findings: readonly AnalysisFinding[]): ReadonlyMap<string, readonly PlacedFinding[]> {
  const found = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const places = [...new Set(finding.pointers.map(placeOf))].filter((place) => place !== '');
    const repeated = finding.level === 'warning' && finding.answer === 'found' ? places.slice(1) : [];
    for (const [index, place] of [places[0] ?? '', ...repeated].entries()) {
      const there = found.get(place) ?? [];
      found.set(place, [...there, { finding, isFirst: index === 0 }]);
    }
  }
  return found;
}

/** The row that a pointer leads into. */
function placeOf(pointer: string): string {
  const match = /^\/(rules|exits)\/(\d+)(?:\/|$)/.exec(pointer);
  return match === null ? '' : `${match[1] ?? ''}/${match[2] ?? ''}`;
}
