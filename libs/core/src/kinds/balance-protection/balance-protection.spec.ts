import { expect, it } from 'vitest';
import { balanceProtection } from './index.ts';

const { schema, diff } = balanceProtection;

it.each<[string, object, object, (readonly [string, string])[]]>([
  ['one more tag', { protectedTags: ['a'] }, { protectedTags: ['b', 'a'] }, [['/protectedTags/b', 'loosens']]],
  ['one tag less', { protectedTags: ['a', 'b'] }, { protectedTags: ['b'] }, [['/protectedTags/a', 'costs']]],
  ['everybody', { protectedTags: [] }, { protectedTags: '*' }, [['/protectedTags/*', 'loosens']]],
  [
    'only some any more',
    { protectedTags: '*' },
    { protectedTags: ['desk/a'] },
    [
      ['/protectedTags/*', 'costs'],
      ['/protectedTags/desk~1a', 'loosens'],
    ],
  ],
  [
    'a close-out',
    { protectedTags: ['a'] },
    { protectedTags: ['a'], closeOutShare: '0.5' },
    [['/closeOutShare', 'none']],
  ],
])('%s', (_, before, after, expected) => {
  const differences = diff(schema.parse(before), schema.parse(after));
  expect(differences.map(({ path, effect }) => [path, effect])).toEqual(expected);
});
