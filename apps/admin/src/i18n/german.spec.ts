import { expect, test } from 'vitest';
import { english } from './english.ts';
import { fallingBack, missingKeys } from './fallingBack.ts';
import { german } from './german.ts';

test('every text is there in German', () => {
  expect(missingKeys(german, english)).toEqual([]);
});

test('a translation has the places of its English text filled in, and as many forms of number', () => {
  const places = (text: string): string => [...new Set(text.match(/%\{\w+\}/g))].sort().join();
  const forms = (text: string): number => text.split('||||').length;
  const wrong: string[] = [];
  const compare = (ours: object, theirs: object, path: string): void => {
    for (const [key, text] of Object.entries(ours) as [string, unknown][]) {
      const other = (theirs as Record<string, unknown>)[key];
      if (typeof text === 'object' && text !== null && typeof other === 'object' && other !== null) {
        compare(text, other, `${path}${key}.`);
      } else if (typeof text === 'string' && typeof other === 'string') {
        if (places(text) !== places(other) || forms(text) !== forms(other)) wrong.push(path + key);
      }
    }
  };
  compare(german, english, '');
  expect(wrong).toEqual([]);
});

test('what is not translated falls back', () => {
  expect(fallingBack({ a: { b: 'x' } }, { a: { b: 'y', c: 'z' }, d: 'w' })).toEqual({ a: { b: 'x', c: 'z' }, d: 'w' });
});
