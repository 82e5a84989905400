import type { Difference } from '../../policy/index.ts';
import { scalarTexts } from './diff-fields.ts';
import { changeSentence } from './change-sentence.ts';
import type { MarginTiersDocument } from './schema.ts';

/** Every field of two ladders that have no rows or formula in common; all of it counts as able to liquidate. */
export function diffOtherModel(before: MarginTiersDocument, after: MarginTiersDocument): Difference[] {
  const textsBefore = allTexts(before);
  const textsAfter = allTexts(after);
  const names = new Set([...textsBefore.keys(), ...textsAfter.keys()]);
  return [...names].flatMap((name) => {
    const from = textsBefore.get(name) ?? null;
    const to = textsAfter.get(name) ?? null;
    if (from === to) return [];
    const sentence = changeSentence(`The field \`${name}\` of a ladder of another model`, from, to);
    return [{ path: `/${name}`, before: from, after: to, effect: 'can-liquidate', sentence }];
  });
}

function allTexts(document: MarginTiersDocument): ReadonlyMap<string, string | null> {
  const tiers = document.model === 'step' ? JSON.stringify(document.tiers) : null;
  return new Map([...scalarTexts(document), ['tiers', tiers]]);
}
