import { expect, test } from 'vitest';
import { withView } from './savedView.ts';

test('a view is kept by name without its page, the same name replaces it', () => {
  const one = withView([], { name: 'b', search: '?zone=x&page=3&before=17&after=4' });
  expect(one).toEqual([{ name: 'b', search: '?zone=x' }]);
  const two = withView(one, { name: 'a', search: '?q=1' });
  expect(two.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(withView(two, { name: 'b', search: '?zone=y' })).toEqual([
    { name: 'a', search: '?q=1' },
    { name: 'b', search: '?zone=y' },
  ]);
});

test('twenty views at most: the newest stays', () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ name: `n${String(at)}`, search: '?q=1' }));
  const kept = withView(many, { name: 'new', search: '?q=2' });
  expect(kept).toHaveLength(20);
  expect(kept.some(({ name }) => name === 'new')).toBe(true);
});
