import type { Figure } from './figure.ts';
import { armsOf } from './rules-arms.ts';
import { agreed, sideBySide } from './rules-side-by-side.ts';

/** How many times as fast as json-rules-engine, reused as fast as it can be, a decision and a trace must be. */
const DECIDE_AIM = 1000;
const TRACE_AIM = 40;

/** A decision may take at most four times as long as a hand-written function takes: 0.25 of its rate. */
const HAND_WRITTEN_AIM = 0.25;

const SIZES = [8, 40, 200];

/**
 * The same lists of rules on the same facts: compiled, hand-written, json-logic-engine in its compiled form, and
 * json-rules-engine, one engine for all runs (which is the faster, and which the aims are measured against) as well as
 * an engine a run. All agree on every fact set before any is timed.
 */
export async function rulesSuite(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const digits of [0, 2] as const) {
    for (const rules of SIZES) figures.push(...(await figuresOf(rules, digits)));
  }
  return figures;
}

async function figuresOf(rules: number, digits: 0 | 2): Promise<Figure[]> {
  const arms = armsOf(rules, digits);
  await agreed(arms);
  const found = await sideBySide(arms);
  const of = `${String(rules)} rules, ${digits === 0 ? 'whole numbers' : 'exact decimals'}`;
  const nanoseconds = (name: string) => found.get(name) ?? NaN;
  const times = (arm: string, other: string, aim: number | null): Figure => {
    return {
      suite: 'rules',
      name: `${of}: ${arm} against ${other}`,
      value: nanoseconds(other) / nanoseconds(arm),
      unit: 'times as fast',
      aim,
    };
  };
  const isFirst = rules === 8 && digits === 0;
  return [
    ...arms.map(({ name }): Figure => {
      return { suite: 'rules', name: `${of}: ${name}`, value: 1e9 / nanoseconds(name), unit: 'decisions/s', aim: null };
    }),
    // Exact decimals are reported beside the aim, which is about plain numbers.
    times('decide', 'json-rules-engine, one engine', digits === 0 ? DECIDE_AIM : null),
    times('gather and decide', 'json-rules-engine, one engine', null),
    times('gather and trace', 'json-rules-engine, one engine', TRACE_AIM),
    times('decide', 'hand-written', isFirst ? HAND_WRITTEN_AIM : null),
  ];
}
