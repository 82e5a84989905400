import { kindNamed } from '../../policy/index.ts';
import type { Difference, KindRegister, PolicySet, PolicyVersion, RegisteredKind, Scope } from '../../policy/index.ts';
import { InvariantError } from '../../num/index.ts';
import { escalated } from './escalated.ts';
import { speakersMoved } from './speakers-moved.ts';
import type { SpeakerMove } from './speakers-moved.ts';
import type { PolicyMove } from './proposal.ts';
import { scopeText } from './scope-text.ts';

/** One policy's part of a change, with its canonical content. */
export interface ProposedEntry {
  /** `<kind>.<key>`. */
  readonly policy: string;
  readonly kind: string;
  readonly scope: Scope;
  /** Null where `ends`. */
  readonly document: unknown;
  /** Whether it takes the policy out of force. */
  readonly ends: boolean;
  readonly mode: PolicyVersion['mode'];
}

/**
 * What a change does to each of its policies against the set that it would take effect on: the differences of documents
 * as their kinds find them, and what all parameters come to together.
 *
 * A policy that is new, ends or speaks for others than before is compared with whatever decided there before, or decides
 * there after: a more general policy of its kind. Documents are checked ones. Throws `InvariantError` for an unknown kind.
 */
export function movesOf(entries: readonly ProposedEntry[], inForce: PolicySet, kinds: KindRegister): PolicyMove[] {
  const after = setAfter(entries, inForce);
  const moves = entries.map((entry) => moveOf(entry, { before: inForce.versions, after, kinds }));
  return escalated(moves, [...inForce.versions, ...after], kinds);
}

/** What speaks of a policy in a set, whether in force or proposed. */
export type Speaker = Pick<PolicyVersion, 'policy' | 'kind' | 'scope' | 'document'>;

interface Surroundings {
  readonly before: readonly PolicyVersion[];
  readonly after: readonly Speaker[];
  readonly kinds: KindRegister;
}

/** The set that the entries would make; what is only logged changes nothing. */
function setAfter(entries: readonly ProposedEntry[], { versions }: PolicySet): Speaker[] {
  const enforced = entries.filter(({ mode }) => mode === 'enforce');
  const replaced = new Set(enforced.map(({ policy }) => policy));
  return [...versions.filter(({ policy }) => !replaced.has(policy)), ...enforced.filter(({ ends }) => !ends)];
}

function moveOf(entry: ProposedEntry, around: Surroundings): PolicyMove {
  const { policy, kind: id } = entry;
  const base = around.before.find((version) => version.policy === policy) ?? null;
  const move = { policy, kind: id, outcomes: [], inForceSince: base?.effectiveFrom ?? null };
  const kind = kindNamed(id, around.kinds);
  if (kind === null) throw new InvariantError(`there is no kind ${id}`);
  if (entry.mode === 'shadow') return { ...move, differences: [ONLY_LOGGED] };
  if (base !== null && !entry.ends && scopeText(base.scope) === scopeText(entry.scope)) {
    return { ...move, ...comparedBy(kind, base.document, entry.document) };
  }
  const found = speakersMoved(entry, around);
  const since = found.flatMap(({ before }) => (before === null ? [] : [inForceSince(before, around.before)]));
  return {
    ...move,
    inForceSince: move.inForceSince ?? latest(since),
    differences: distinct([
      ...scopeDifference(entry, base),
      ...(found.length === 0 ? [speaksForNobody(entry)] : found.flatMap((each) => differencesAt(entry, each, kind))),
    ]),
    outcomes: found.flatMap(({ before, after }) =>
      before === null || after === null ? [] : comparedBy(kind, before.document, after.document).outcomes,
    ),
  };
}

function comparedBy(
  kind: RegisteredKind,
  before: unknown,
  after: unknown,
): Pick<PolicyMove, 'differences' | 'outcomes'> {
  const [from, to] = [before as never, after as never];
  return { differences: kind.diff(from, to), outcomes: kind.outcomes?.(from, to) ?? [] };
}

const ONLY_LOGGED: Difference = {
  path: '',
  before: null,
  after: 'shadow',
  effect: 'none',
  sentence: 'It is only logged beside what is in force: nothing in force changes.',
};

function differencesAt(
  entry: ProposedEntry,
  { before, after, where }: SpeakerMove,
  kind: RegisteredKind,
): Difference[] {
  const told = { path: '', before: before?.policy ?? null, after: after?.policy ?? null };
  if (before === null) {
    // Whose rules judge every account liquidates whom they hit; margins of what nobody could hold hit nobody.
    const effect = kind.subject === 'account' || kind.subject === 'venue' ? 'can-liquidate' : 'none';
    const sentence = `\`${entry.policy}\` is new for ${where}: nothing of its kind decided there before.`;
    return [{ ...told, effect, sentence }];
  }
  if (after === null) {
    const sentence = `\`${entry.policy}\` ends for ${where} and nothing takes over: what is open there cannot be judged.`;
    return [{ ...told, effect: 'blocks-new-risk', sentence }];
  }
  const sentence = `For ${where}, \`${after.policy}\` decides instead of \`${before.policy}\`.`;
  const { differences } = comparedBy(kind, before.document, after.document);
  return before.policy === after.policy ? [...differences] : [{ ...told, effect: 'none', sentence }, ...differences];
}

function scopeDifference(entry: ProposedEntry, base: PolicyVersion | null): Difference[] {
  if (base === null || entry.ends) return [];
  const texts = { before: scopeText(base.scope), after: scopeText(entry.scope) };
  const sentence = `It speaks for ${texts.after}; it spoke for ${texts.before}.`;
  return [{ path: '/scope', ...texts, effect: 'can-liquidate', sentence }];
}

function speaksForNobody({ policy, ends }: ProposedEntry): Difference {
  const sentence = `\`${policy}\` decided for nobody that is known, and ${ends ? 'no longer stands' : 'still does not'}.`;
  return { path: '', before: null, after: ends ? null : policy, effect: 'none', sentence };
}

function inForceSince(speaker: Speaker, versions: readonly PolicyVersion[]): number {
  return versions.find(({ policy }) => policy === speaker.policy)?.effectiveFrom ?? 0;
}

function latest(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : Math.max(...instants);
}

function distinct(differences: readonly Difference[]): Difference[] {
  return [...new Map(differences.map((each) => [JSON.stringify(each), each])).values()];
}
