import type { Scope } from './scope.ts';
import { scopeSlots } from './scope-slots.ts';

/** What speaks at one name: for everybody, and by tag. */
interface Speakers<Item> {
  untagged: Item | null;
  tagged: Map<string, Item> | null;
}

/** Policies of one kind by the names they speak about. Built once per set; read per contract or asset. */
export interface ScopeIndex<Item> {
  readonly contracts: ReadonlyMap<string, Readonly<Speakers<Item>>>;
  readonly groups: ReadonlyMap<string, Readonly<Speakers<Item>>>;
  readonly assets: ReadonlyMap<string, Readonly<Speakers<Item>>>;
  readonly all: Readonly<Speakers<Item>>;
}

/**
 * Indexes the versions in force of one kind (or anything that carries their scope).
 *
 * Of two with an equal scope, which `scopeProblems` refuses, the later in the list speaks.
 */
export function buildScopeIndex<Item extends { readonly scope: Scope }>(items: readonly Item[]): ScopeIndex<Item> {
  const everywhere: Speakers<Item> = { untagged: null, tagged: null };
  const byName = {
    contract: new Map<string, Speakers<Item>>(),
    group: new Map<string, Speakers<Item>>(),
    asset: new Map<string, Speakers<Item>>(),
  };
  for (const item of items) {
    for (const { specificity, name, tag } of scopeSlots(item.scope)) {
      const speakers = specificity === 'all' ? everywhere : speakersAt(byName[specificity], name);
      if (tag === null) speakers.untagged = item;
      else (speakers.tagged ??= new Map<string, Item>()).set(tag, item);
    }
  }
  return { contracts: byName.contract, groups: byName.group, assets: byName.asset, all: everywhere };
}

/** What is asked about: a contract with its group, or an asset; neither for kinds about everything. */
export interface ScopeQuestion {
  readonly contract?: string | undefined;
  readonly group?: string | undefined;
  readonly asset?: string | undefined;
  /** The account's tags, in any order. */
  readonly tags: readonly string[];
}

/**
 * The policy that speaks, or null where none does: exact name before group before everything; there, tagged before
 * untagged, and of several matching tags the first in `orderedTags`. A tag that is not in `orderedTags` never speaks.
 */
export function resolveScope<Item>(
  index: ScopeIndex<Item>,
  question: ScopeQuestion,
  orderedTags: readonly string[],
): Item | null {
  const { contract, group, asset, tags } = question;
  return (
    speaker(contract === undefined ? undefined : index.contracts.get(contract), tags, orderedTags) ??
    speaker(asset === undefined ? undefined : index.assets.get(asset), tags, orderedTags) ??
    speaker(group === undefined ? undefined : index.groups.get(group), tags, orderedTags) ??
    speaker(index.all, tags, orderedTags)
  );
}

function speaker<Item>(
  speakers: Readonly<Speakers<Item>> | undefined,
  tags: readonly string[],
  orderedTags: readonly string[],
): Item | null {
  if (speakers === undefined) return null;
  if (speakers.tagged !== null && tags.length > 0) {
    for (const tag of orderedTags) {
      const item = tags.includes(tag) ? speakers.tagged.get(tag) : undefined;
      if (item !== undefined) return item;
    }
  }
  return speakers.untagged;
}

function speakersAt<Item>(map: Map<string, Speakers<Item>>, name: string): Speakers<Item> {
  const known = map.get(name);
  if (known !== undefined) return known;
  const fresh: Speakers<Item> = { untagged: null, tagged: null };
  map.set(name, fresh);
  return fresh;
}
