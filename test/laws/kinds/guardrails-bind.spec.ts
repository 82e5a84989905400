import { describe, expect, it } from 'vitest';
import { policySetOf } from '@backstop/core/change';
import { compileSet } from '@backstop/core/evaluation';
import { sha256 } from '../../builders/sha256.ts';
import { readProfile } from '../../scenarios/import/rules-files.ts';
import { changeAt, versionsOf } from '../../scenarios/import/versions-of.ts';

const { set, policies } = readProfile('perp-linear-reference');

interface Rows {
  readonly limits?: readonly object[];
  readonly envelopes?: readonly object[];
}

/** The problems of the reference set with other rows in its guardrail. */
function problemsWith(rows: Rows): readonly object[] {
  const changed = policies.map((policy) =>
    policy.kind === 'change-guardrail' ? { ...policy, document: { ...(policy.document as object), ...rows } } : policy,
  );
  const compiled = compileSet(policySetOf(versionsOf([changeAt(set.effectiveFrom, changed)]), sha256));
  return compiled.ok ? [] : compiled.problems;
}

const document = '/change-guardrail.default/document';

describe('a guardrail that would bound nothing is refused with the set', () => {
  it.each<[string, Rows, readonly object[]]>([
    [
      'a limit on a kind that is none',
      { limits: [{ kind: 'margin-tier', path: '/tiers/*/maintenanceMarginRate' }] },
      [
        {
          code: 'guardrail_kind_unknown',
          path: `${document}/limits/0/kind`,
          message: 'there is no policy kind `margin-tier`, so nothing is bounded',
          suggestion: 'did you mean `margin-tiers`?',
        },
      ],
    ],
    [
      'a limit at a path where no difference stands',
      { limits: [{ kind: 'margin-tiers', path: '/tiers/*/maintenanceMarginRates' }] },
      [
        {
          code: 'guardrail_path_matches_nothing',
          path: `${document}/limits/0/path`,
          message: 'no difference of `margin-tiers` stands at `/tiers/*/maintenanceMarginRates`, so nothing is bounded',
          suggestion: 'did you mean `/tiers/*/maintenanceMarginRate`?',
        },
      ],
    ],
    [
      'an envelope around what nobody measures',
      { envelopes: [{ kind: 'margin-tiers', outcome: 'maintenanceMargins' }] },
      [
        {
          code: 'guardrail_outcome_unknown',
          path: `${document}/envelopes/0/outcome`,
          message: '`margin-tiers` measures no outcome `maintenanceMargins`, so nothing is bounded',
          suggestion: 'did you mean `maintenanceMargin`?',
        },
      ],
    ],
    [
      'one row, by its identity',
      { limits: [{ kind: 'margin-tiers', path: '/tiers/notionalFloor=0/leverageMax' }], envelopes: [] },
      [],
    ],
  ])('%s', (_, rows, problems) => {
    expect(problemsWith(rows)).toEqual(problems);
  });
});
