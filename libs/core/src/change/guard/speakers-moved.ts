import { buildScopeIndex, kindNamed, resolveScope } from '../../policy/index.ts';
import type { KindRegister, PolicyVersion, Scope, ScopeIndex, ScopeNames } from '../../policy/index.ts';

type Speaker = Pick<PolicyVersion, 'policy' | 'kind' | 'scope' | 'document'>;

/** Who decides somewhere before a change and who after; null where nobody does. Never the same document on both sides. */
export interface SpeakerMove {
  readonly before: Speaker | null;
  readonly after: Speaker | null;
  /** Where, in words: the first place of all that are alike. */
  readonly where: string;
}

interface Sets {
  readonly before: readonly Speaker[];
  readonly after: readonly Speaker[];
  readonly kinds: KindRegister;
}

/**
 * Every pair of policies of which one decided somewhere before and the other decides there after, the entry's policy
 * being one of them. Looked up for each contract or asset that either scope reaches, and each choice of tags that can
 * make a difference: which policy speaks for an account depends on at most one of its tags, so a pair on two.
 */
export function speakersMoved(
  entry: Pick<Speaker, 'policy' | 'kind' | 'scope'> & { readonly ends: boolean },
  { before, after, kinds }: Sets,
): SpeakerMove[] {
  const [then, now] = [speakersOf(entry.kind, before, kinds), speakersOf(entry.kind, after, kinds)];
  const base = before.find(({ policy }) => policy === entry.policy);
  const scopes = [...(base === undefined ? [] : [base.scope]), ...(entry.ends ? [] : [entry.scope])];
  const found = new Map<string, SpeakerMove>();
  const subject = kindNamed(entry.kind, kinds)?.subject;
  const isByName = subject === 'contract' || subject === 'asset';
  for (const name of isByName ? namesReached(scopes, [then.names, now.names]) : [{}]) {
    for (const tags of tagChoices(scopes, [...then.items, ...now.items])) {
      const pair = { before: speakerAt(then, name, tags), after: speakerAt(now, name, tags) };
      if (pair.before?.policy !== entry.policy && pair.after?.policy !== entry.policy) continue;
      if (pair.before === pair.after) continue;
      const key = `${pair.before?.policy ?? ''} ${pair.after?.policy ?? ''}`;
      if (!found.has(key)) found.set(key, { ...pair, where: placeText(name, tags) });
    }
  }
  return [...found.values()];
}

interface Speakers {
  readonly items: readonly Speaker[];
  readonly index: ScopeIndex<Speaker>;
  readonly names: ScopeNames;
}

function speakersOf(kind: string, set: readonly Speaker[], kinds: KindRegister): Speakers {
  const items = set.filter((speaker) => speaker.kind === kind);
  const said = set.flatMap((speaker) => kindNamed(speaker.kind, kinds)?.scopeNames?.(speaker.document as never) ?? []);
  const names = {
    groups: new Map(said.flatMap(({ groups }) => [...groups])),
    assets: said.flatMap(({ assets }) => assets),
    tags: said.flatMap(({ tags }) => tags),
  };
  return { items, index: buildScopeIndex(items), names };
}

/** A contract, an asset, or everything where the kind speaks about neither. */
interface Name {
  readonly contract?: string;
  readonly asset?: string;
}

/** The names that scopes speak about, of those that sets know and those that the scopes write; everything, of none. */
function namesReached(scopes: readonly Scope[], sides: readonly ScopeNames[]): Name[] {
  const contracts = new Set<string>();
  const assets = new Set<string>();
  for (const scope of scopes) {
    for (const { groups, assets: known } of sides) {
      for (const [contract, group] of groups) {
        if (scope.contracts === '*' || scope.groups?.includes(group) === true) contracts.add(contract);
      }
      if (scope.assets === '*') for (const asset of known) assets.add(asset);
    }
    if (scope.contracts !== '*') for (const contract of scope.contracts ?? []) contracts.add(contract);
    if (scope.assets !== '*') for (const asset of scope.assets ?? []) assets.add(asset);
  }
  const names = [...[...contracts].map((contract) => ({ contract })), ...[...assets].map((asset) => ({ asset }))];
  return names.length === 0 ? [{}] : names;
}

/** No tag, each tag, and each two of which one is of the scopes: what a pair of speakers can depend on. */
function tagChoices(scopes: readonly Scope[], rivals: readonly Speaker[]): string[][] {
  const own = [...new Set(scopes.flatMap(({ tags }) => tags ?? []))];
  const others = [...new Set(rivals.flatMap(({ scope }) => scope.tags ?? []))];
  return [[], ...others.map((tag) => [tag]), ...own.flatMap((tag) => others.map((other) => [tag, other]))];
}

function speakerAt({ index, names }: Speakers, name: Name, tags: readonly string[]): Speaker | null {
  const group = name.contract === undefined ? undefined : names.groups.get(name.contract);
  return resolveScope(index, { ...name, group, tags }, names.tags);
}

function placeText({ contract, asset }: Name, tags: readonly string[]): string {
  const whom = tags.length === 0 ? '' : ` of accounts tagged ${[...new Set(tags)].join(' and ')}`;
  const what =
    contract === undefined ? (asset === undefined ? 'everything' : `asset ${asset}`) : `contract ${contract}`;
  return what + whom;
}
