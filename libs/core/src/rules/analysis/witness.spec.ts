import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../venue/index.ts';
import { bind } from '../judge/bind.ts';
import { scopeCatalogue } from '../language/catalogue.ts';
import { evaluate } from '../judge/evaluate.ts';
import { factDeclarationSchema } from '../language/fact.ts';
import { TRUE } from '../judge/verdict.ts';
import { accountSpace } from './space/account-space.ts';
import { budgetOf } from './budget.ts';
import { encode } from './space/encode.ts';
import { findAccount } from './find-account.ts';
import type { Witness } from './witness.ts';

const said = { unit: 'none', meaning: 'For the test.' };
/** Many facts whose parts stand as far down a list as a path can say. */
const facts = scopeCatalogue(
  Array.from({ length: 100 }, (_, at) => {
    const fields = Array.from({ length: 20 }, (_, place) => {
      return { ...said, type: 'text', path: `$[${String(9999 - place)}].name` };
    });
    const base = { ...said, type: 'structured', source: 'the test', fields };
    return factDeclarationSchema.parse({ ...base, name: `f${String(at)}`, ageMaxSeconds: at === 0 ? 60 : null });
  }),
);
const names = { facts, conditions: {} };
const asked = (fact: string, place: number) => {
  return { fact, path: `$[${String(place)}].name`, operator: 'equal', value: 'x' };
};

describe('an account that shows something', () => {
  it('has the facts that are asked about and no other', () => {
    const bound = bind({ all: [asked('f0', 9998), asked('f0', 9980), asked('f7', 9999)] }, '/at', names);
    const space = accountSpace(facts);
    const isSo = (witness: Witness) => evaluate(bound, witness.facts) === TRUE;
    const found = findAccount(space, [encode(space, bound).yes], isSo, budgetOf(10_000));
    if (found.kind !== 'found') throw new Error(found.kind);
    const { venue } = found.witness.facts;
    expect(Object.keys(venue)).toEqual(['f0', 'f7']);
    expect(venue['f0']).toMatchObject({ at: formatInstant(0) });
    expect(Object.keys(venue['f7'] as object)).toEqual(['9999']);
  });
});
