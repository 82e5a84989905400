import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idRanks, placesById } from './id-order.ts';

/** Units around every border that the order could get wrong: end, ASCII, 254 to 256, surrogates, U+E000 and U+FFFF. */
const letter = fc.constantFrom(
  ...['\0', 'a', 'b', 'þ', 'ÿ', 'Ā', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{1f4b0}', '\u{10ffff}'],
);
const id = fc.array(letter, { maxLength: 9 }).map((letters) => letters.join(''));
const ids = fc.tuple(id, fc.uniqueArray(id, { maxLength: 20 })).map(([start, ends]) => ends.map((end) => start + end));

it('is the order of the UTF-8 bytes, whatever all ids begin with', () => {
  fc.assert(
    fc.property(ids, (names) => {
      const places = Array.from(placesById(names));
      const slow = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(places.map((place) => names[place])).toEqual(slow);
      const ranks = idRanks(names);
      expect(places.map((place) => ranks[place])).toEqual(places.map((_, rank) => rank));
    }),
    { numRuns: 5000 },
  );
});
