import { KEY_PATTERN, parseDocument } from '../../../policy/index.ts';
import type { Problem } from '../../../problem/index.ts';
import { marginTiers } from '../index.ts';
import type { LadderImport, LadderImportOptions, LadderNote, LadderProblem } from './ladder-import.ts';
import { byFloor, readTier } from './read-tier.ts';
import type { ReadTier } from './read-tier.ts';
import type { SourceLadder, TierField } from './source-ladder.ts';

/** The ladders of a source as `margin-tiers` policies; each judged by schema and check of the kind, none half-imported. */
export function importLadders(ladders: readonly SourceLadder[], options: LadderImportOptions = {}): LadderImport {
  const seen = new Set<string>();
  const imports = ladders.map((ladder) => {
    const imported = seen.has(ladder.contract) ? repeated(ladder) : importLadder(ladder, options);
    seen.add(ladder.contract);
    return imported;
  });
  return {
    policies: imports.flatMap(({ policies }) => policies),
    problems: imports.flatMap(({ problems }) => problems),
    notes: imports.flatMap(({ notes }) => notes),
  };
}

function importLadder(ladder: SourceLadder, options: LadderImportOptions): LadderImport {
  const { contract } = ladder;
  if (!KEY_PATTERN.test(contract)) return nameRefused(ladder);
  if (ladder.tiers === null) return notAList(ladder);
  const tiers = ladder.tiers.map(readTier).toSorted(byFloor);
  const unread = tiers.flatMap(({ problems }, index) =>
    problems.map((problem) => ({ contract, tier: index + 1, ...problem })),
  );
  if (unread.length > 0) return { policies: [], problems: unread, notes: [] };
  const { boundary = 'floor-inclusive', deduction = 'continuous' } = options;
  const parsed = parseDocument(marginTiers, {
    model: 'step',
    basis: 'notional',
    boundary,
    deduction,
    tiers: tiers.map(({ row }) => row),
  });
  if (!parsed.ok) {
    const problems = parsed.problems.map((problem) => inSource(ladder, tiers, problem));
    return { policies: [], problems, notes: [] };
  }
  const policy = {
    kind: marginTiers.id,
    key: contract,
    title: `Margin tiers of ${contract}`,
    scope: { contracts: [contract] },
    document: parsed.value,
  };
  return { policies: [policy], problems: [], notes: [...(ladder.notes ?? []), ...notesOf(ladder, tiers, deduction)] };
}

/** A problem of the document at the place in the source that its author knows. */
function inSource(ladder: SourceLadder, tiers: readonly ReadTier[], problem: Problem): LadderProblem {
  const [, list, position, field] = problem.path.split('/');
  const index = tiers.findIndex((_, at) => String(at) === position);
  const tier = list === 'tiers' ? tiers[index] : undefined;
  const figure = tier !== undefined && isTierField(tier, field) ? tier.source[field] : undefined;
  return {
    ...problem,
    contract: ladder.contract,
    tier: tier === undefined ? null : index + 1,
    path: figure?.path ?? ladder.path,
  };
}

function isTierField(tier: ReadTier, field: string | undefined): field is TierField {
  return field !== undefined && Object.hasOwn(tier.source, field);
}

function notesOf({ contract, path }: SourceLadder, tiers: readonly ReadTier[], deduction: string): LadderNote[] {
  const notes: LadderNote[] = tiers.flatMap(({ hasSentinelCap, source }, index) => {
    const { value, path } = source.notionalCap;
    const note = { contract, tier: index + 1, path };
    if (hasSentinelCap) {
      return [
        {
          ...note,
          code: 'sentinel_cap_read_as_unbounded',
          message: `the cap \`${String(value)}\` is a sentinel: the last tier is unbounded`,
        },
      ];
    }
    if (value !== undefined) return [];
    return [
      { ...note, code: 'missing_cap_read_as_unbounded', message: 'no cap is stated: the last tier is unbounded' },
    ];
  });
  const statesNone = tiers.every(({ row }) => row.maintenanceDeduction === null);
  if (deduction === 'none' || tiers.length < 2 || !statesNone) return notes;
  const message =
    'no maintenance deduction is stated: the margin is read as continuous, and the deductions are derived';
  return [...notes, { contract, tier: null, code: 'deductions_derived', path, message }];
}

function refused(
  { contract, path }: SourceLadder,
  problem: Pick<LadderProblem, 'code' | 'message' | 'suggestion'>,
): LadderImport {
  return { policies: [], problems: [{ contract, tier: null, path, ...problem }], notes: [] };
}

function repeated(ladder: SourceLadder): LadderImport {
  const message = `a ladder for \`${ladder.contract}\` stands earlier in the source`;
  return refused(ladder, { code: 'ladder_repeated', message, suggestion: 'keep one ladder for each contract' });
}

function nameRefused(ladder: SourceLadder): LadderImport {
  const message = `\`${ladder.contract}\` cannot be the key of a policy`;
  return refused(ladder, { code: 'contract_name_refused', message, suggestion: '1 to 64 letters, digits, _ or -' });
}

function notAList(ladder: SourceLadder): LadderImport {
  const message = `the tiers of \`${ladder.contract}\` are not a list`;
  return refused(ladder, { code: 'ladder_not_a_list', message, suggestion: 'a list with one object for each tier' });
}
