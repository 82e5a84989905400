import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import { expect, it } from 'vitest';
import { judgedByBoth } from './judged-by-both.ts';
import type { PublishedRule } from './judged-by-both.ts';

const always = { all: [{ fact: 'days', operator: 'greaterThanInclusive', value: 0 }] };
const never = { not: always };
const rule = (name: string, priority: number, conditions: unknown = always): PublishedRule => {
  return { name, priority, conditions };
};

it.each<[string, PublishedRule[], string | null]>([
  ['the highest comes first, wherever it stands', [rule('low', 1), rule('high', 10), rule('middle', 5)], 'high'],
  [
    'the highest is passed over where it is false',
    [rule('low', 1), rule('high', 10, never), rule('middle', 5)],
    'middle',
  ],
  ['one without a priority has the lowest', [{ name: 'plain', conditions: always }, rule('two', 2)], 'two'],
  ['none hits', [rule('low', 1, never), rule('high', 10, never)], null],
])('%s', async (_, rules, decided) => {
  const answers = await judgedByBoth({ facts: { days: 3 }, rules });
  expect(answers.ours).toEqual(answers.engine);
  expect(answers.decided).toBe(decided);
  expect(await firstToSucceed(rules)).toBe(decided);
});

it('among equals the place in the list decides, though json-rules-engine hears of the flatter first', async () => {
  const deep = { all: [{ any: [{ all: [always] }] }] };
  const rules = [rule('deep', 2, deep), rule('flat', 2)];
  expect((await judgedByBoth({ facts: { days: 3 }, rules })).decided).toBe('deep');
  expect(await firstToSucceed(rules)).toBe('flat');
});

/** The first rule of which the engine tells that it succeeded. */
async function firstToSucceed(rules: readonly PublishedRule[]): Promise<string | null> {
  const engine = new Engine();
  const heard: string[] = [];
  for (const { name, priority, conditions } of rules) {
    const named = { name, conditions: conditions as TopLevelCondition, event: { type: name } };
    engine.addRule(priority === undefined ? named : { ...named, priority });
  }
  engine.on('success', ({ type }) => heard.push(type));
  await engine.run({ days: 3 });
  return heard[0] ?? null;
}
