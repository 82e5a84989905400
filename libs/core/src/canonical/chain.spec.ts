import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHAIN_START, chainWalk, linkAfter, verifyChain } from './index.ts';
import type { ChainLink } from './index.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function chainOf(bodies: readonly unknown[]): ChainLink[] {
  const links: ChainLink[] = [];
  for (const body of bodies) links.push(linkAfter(links.at(-1) ?? null, body, sha256));
  return links;
}

const chains = fc
  .array(fc.record({ act: fc.constantFrom('approve', 'submit'), n: fc.nat(9) }), { minLength: 2 })
  .map(chainOf);
const codeOf = (links: readonly ChainLink[], kept: readonly ChainLink[] = []) =>
  verifyChain(links, kept, sha256)?.code ?? null;
const last = (links: readonly ChainLink[]) => links.slice(-1);

it('begins at a known place and counts from 1', () => {
  const [first, second] = chainOf(['a', 'b']);
  expect(first).toMatchObject({ sequence: 1, previous: CHAIN_START });
  expect(second).toMatchObject({ sequence: 2, previous: first?.hash });
});

it('an untouched chain is whole, with any of its own places kept elsewhere', () => {
  fc.assert(
    fc.property(chains, (links) => {
      expect(codeOf(links, links)).toBeNull();
    }),
  );
  expect(codeOf([])).toBeNull();
});

it('an edit shows', () => {
  fc.assert(
    fc.property(chains, fc.nat(), (links, at) => {
      const place = at % links.length;
      const edited = links.map((link, index) => (index === place ? { ...link, body: 'something else' } : link));
      expect(verifyChain(edited, [], sha256)).toMatchObject({ code: 'link_must_match_its_hash', sequence: place + 1 });
    }),
  );
});

it('a deletion shows, of any link but the last, and of the last by a checkpoint', () => {
  fc.assert(
    fc.property(chains, fc.nat(), (links, at) => {
      const place = at % (links.length - 1);
      expect(codeOf(links.toSpliced(place, 1))).toBe('link_must_follow_the_one_before');
      expect(codeOf(links.slice(0, -1))).toBeNull();
      expect(codeOf(links.slice(0, -1), last(links))).toBe('chain_must_reach_its_checkpoint');
      expect(codeOf([], last(links))).toBe('chain_must_reach_its_checkpoint');
    }),
  );
});

it('another order shows', () => {
  fc.assert(
    fc.property(chains, fc.nat(), (links, at) => {
      const place = at % (links.length - 1);
      const [one, two] = links.slice(place, place + 2);
      const swapped = links.toSpliced(place, 2, two as ChainLink, one as ChainLink);
      expect(codeOf(swapped)).toBe('link_must_follow_the_one_before');
    }),
  );
});

it('an insertion shows', () => {
  fc.assert(
    fc.property(chains, fc.nat(), (links, at) => {
      const place = at % links.length;
      const forged = linkAfter(links[place - 1] ?? null, 'forged', sha256);
      expect(codeOf(links.toSpliced(place, 0, forged))).toBe('link_must_follow_the_one_before');
    }),
  );
});

it('a chain that is rewritten from some link on shows at the first checkpoint after it', () => {
  fc.assert(
    fc.property(chains, fc.nat(), (links, at) => {
      const place = at % links.length;
      const rewritten = chainOf(links.map(({ body }, index) => (index === place ? 'something else' : body)));
      expect(codeOf(rewritten)).toBeNull();
      expect(codeOf(rewritten, last(links))).toBe('chain_must_agree_with_its_checkpoint');
    }),
  );
});

it('a checkpoint that is met on the way is of the very place where it stands', () => {
  fc.assert(
    fc.property(chains, (links) => {
      const [first, second] = links as [ChainLink, ChainLink];
      const walk = chainWalk([], sha256);
      expect(walk.meet(first)?.code).toBe('chain_must_reach_its_checkpoint');
      expect(walk.step(first)).toBeNull();
      expect(walk.meet(first)).toBeNull();
      expect(walk.meet({ sequence: 1, hash: second.hash })?.code).toBe('chain_must_agree_with_its_checkpoint');
      expect(walk.step(second)).toBeNull();
      expect(walk.meet(first)?.code).toBe('chain_must_agree_with_its_checkpoint');
      expect(walk.place()).toEqual({ sequence: 2, hash: second.hash });
      expect(walk.end()).toBeNull();
    }),
  );
});
