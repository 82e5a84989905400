import { analysisSuite } from './analysis-suite.ts';
import { batchSuite } from './batch-suite.ts';
import { evaluateSuite } from './evaluate-suite.ts';
import { consoleSuite } from './console-suite.ts';
import type { Figure } from './figure.ts';
import { httpSuite } from './http-suite.ts';
import { impactSuite } from './impact-suite.ts';
import { jsonLine, table } from './report.ts';
import { rulesSuite } from './rules-suite.ts';
import { waitsSuite } from './waits-suite.ts';
import { waterfallSuite } from './waterfall-suite.ts';

/** Suites by name, in the order they run. */
const suites: Readonly<Record<string, () => Promise<Figure[]> | Figure[]>> = {
  evaluate: evaluateSuite,
  http: httpSuite,
  batch: batchSuite,
  impact: impactSuite,
  rules: rulesSuite,
  analysis: analysisSuite,
  waterfall: waterfallSuite,
  waits: waitsSuite,
  console: consoleSuite,
};

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const asked = words.filter((word) => word !== '--json');
const unknown = asked.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) {
  process.stderr.write(`no such suite: ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}\n`);
  process.exit(1);
}

const figures: Figure[] = [];
for (const [name, run] of Object.entries(suites)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`${name} …\n`);
  for (const figure of await run()) {
    figures.push(figure);
    if (asJson) process.stdout.write(`${jsonLine(figure)}\n`);
  }
}
if (!asJson) process.stdout.write(`${table(figures)}\n`);
