import { isZero, lessOrEqual, negate, ONE } from '../../num/index.ts';
import { decimalOf, EFFECTS } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import { parseInstant } from '../../venue/index.ts';
import type { ChangeGuardrailDocument } from './schema.ts';

/** What the shape of a guardrail cannot say. */
export function check(document: ChangeGuardrailDocument): Problem[] {
  return [
    ...checkRequirements(document),
    ...checkFreezes(document),
    ...checkMagnitude(document),
    ...checkImpacts(document),
    ...checkShocks(document),
    ...document.limits.flatMap((limit, at) =>
      document.limits.findIndex(({ kind, path }) => kind === limit.kind && path === limit.path) < at
        ? [{ code: 'duplicate_limit', path: `/limits/${String(at)}`, message: `\`${limit.path}\` has two limits` }]
        : [],
    ),
    ...document.envelopes.flatMap((row, at) =>
      document.envelopes.findIndex(({ kind, outcome }) => kind === row.kind && outcome === row.outcome) < at
        ? [{ code: 'duplicate_envelope', path: `/envelopes/${String(at)}`, message: `\`${row.outcome}\` has two` }]
        : [],
    ),
  ];
}

/** Every effect has one row, and what does more harm never takes less. */
function checkRequirements({ requirements }: ChangeGuardrailDocument): Problem[] {
  const problems: Problem[] = [];
  for (const effect of EFFECTS) {
    const count = requirements.filter((row) => row.effect === effect).length;
    if (count === 1) continue;
    const code = count === 0 ? 'requirement_missing' : 'duplicate_requirement';
    const message = count === 0 ? `no row says what \`${effect}\` takes` : `\`${effect}\` has two rows`;
    problems.push({ code, path: '/requirements', message });
  }
  if (problems.length > 0) return problems;
  const rows = EFFECTS.flatMap((effect) => requirements.filter((row) => row.effect === effect));
  return rows.flatMap((row, at) => {
    const worse = rows[at - 1];
    if (worse === undefined) return [];
    const isMore = row.approvals > worse.approvals || row.noticeSeconds > worse.noticeSeconds;
    if (!isMore) return [];
    const message = `\`${row.effect}\` takes more than \`${worse.effect}\`, which does more harm`;
    return [
      {
        code: 'requirement_above_that_of_worse_effect',
        path: `/requirements/${String(requirements.indexOf(row))}`,
        message,
      },
    ];
  });
}

function checkFreezes({ freezes }: ChangeGuardrailDocument): Problem[] {
  const twice = freezes.flatMap(({ from, until }, at) =>
    freezes.findIndex((row) => row.from === from && row.until === until) < at
      ? [
          {
            code: 'duplicate_freeze',
            path: `/freezes/${String(at)}`,
            message: `the freeze from ${from} until ${until} stands twice`,
          },
        ]
      : [],
  );
  const reversed = freezes.flatMap(({ from, until }, at) =>
    (parseInstant(until) ?? 0) > (parseInstant(from) ?? 0)
      ? []
      : [
          {
            code: 'freeze_until_not_after_from',
            path: `/freezes/${String(at)}/until`,
            message: `the freeze ends at ${until}, not after it begins at ${from}`,
          },
        ],
  );
  return [...twice, ...reversed];
}

function checkImpacts({ impacts }: ChangeGuardrailDocument): Problem[] {
  return impacts.flatMap(({ newlyLiquidatableAbove: above }, at) =>
    impacts.findIndex((row) => row.newlyLiquidatableAbove === above) < at
      ? [
          {
            code: 'duplicate_impact',
            path: `/impacts/${String(at)}`,
            message: `two rows say what it takes to make more than ${String(above)} accounts liquidatable`,
          },
        ]
      : [],
  );
}

/** No price falls to nothing or below, and no move stands twice; that of nothing is always worked out. */
function checkShocks({ impactShocks }: ChangeGuardrailDocument): Problem[] {
  return impactShocks.flatMap((shock, at) => {
    const path = `/impactShocks/${String(at)}`;
    if (lessOrEqual(decimalOf(shock), negate(ONE))) {
      const message = `a move of ${shock} leaves no price above zero`;
      return [{ code: 'impact_shock_not_above_minus_one', path, message, suggestion: '-0.5' }];
    }
    if (isZero(decimalOf(shock))) {
      const message = 'a move of 0 is always worked out';
      return [{ code: 'impact_shock_zero', path, message, suggestion: 'take it away' }];
    }
    return impactShocks.indexOf(shock) < at
      ? [{ code: 'duplicate_impact_shock', path, message: `the move ${shock} stands twice` }]
      : [];
  });
}

function checkMagnitude({ magnitudeFactor }: ChangeGuardrailDocument): Problem[] {
  if (!lessOrEqual(decimalOf(magnitudeFactor), ONE)) return [];
  const message = `a factor of ${magnitudeFactor} is not above 1: every change would be a leap`;
  return [{ code: 'magnitude_factor_not_above_one', path: '/magnitudeFactor', message, suggestion: '10' }];
}
