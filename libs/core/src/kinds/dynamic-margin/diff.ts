import { byDirection, fieldDifference } from '../../policy/index.ts';
import type { Difference, FieldMove } from '../../policy/index.ts';
import type { DynamicMarginDocument } from './schema.ts';

const FIELDS = [
  ['multiplier', 'multiplier without a statement of the market'],
  ['multiplierMin', 'least multiplier'],
  ['multiplierMax', 'largest multiplier'],
] as const;

const EFFECTS: Readonly<Record<keyof DynamicMarginDocument, FieldMove['effect']>> = {
  initial: byDirection({ rise: 'blocks-new-risk', fall: 'loosens', whereNull: '1' }),
  maintenance: byDirection({ rise: 'can-liquidate', fall: 'loosens', whereNull: '1' }),
};

/**
 * What differs between two policies: every factor that rises asks for more margin somewhere. Initial margin is raised to
 * maintenance margin, so what lifts the latter is the graver of the two.
 */
export function diff(before: DynamicMarginDocument, after: DynamicMarginDocument): Difference[] {
  return MARGINS.flatMap((margin) =>
    FIELDS.flatMap(([field, words]) =>
      fieldDifference({
        path: `/${margin}/${field}`,
        subject: `The ${words} of ${margin} margin`,
        before: before[margin][field],
        after: after[margin][field],
        effect: EFFECTS[margin],
      }),
    ),
  );
}

const MARGINS = ['initial', 'maintenance'] as const;

/** Every path that a difference may have. */
export const parameters: readonly string[] = MARGINS.flatMap((margin) =>
  FIELDS.map(([field]) => `/${margin}/${field}`),
);
