/** One seeded file and what lint must say about it: the rule, once, and nothing else; `null` where it must be silent. */
export interface LintCase {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Rule id as ESLint prints it; `unused-directive` for a disable comment that disables nothing. */
  readonly rule: string | null;
}

/** Rules about what the compiler refuses as well: their seeds hit both. */
export const COMPILED_TOO: ReadonlySet<string> = new Set([
  '@typescript-eslint/consistent-type-exports',
  '@typescript-eslint/consistent-type-imports',
  '@typescript-eslint/no-unused-vars',
]);

/** Spelled in two halves, so that this file does not carry the word that it seeds. */
const UNFINISHED = 'TO' + 'DO';

/** Everything that is refused. */
export const LINT_CASES: readonly LintCase[] = [...layout(), ...core(), ...typed(), ...comments(), ...sizes()];

function layout(): LintCase[] {
  const text = 'export const answer = 42;\n';
  return [
    refused('house/file-name', 'libs/core/src/num/utils.ts', text),
    refused('house/file-name', 'libs/core/src/num/types.ts', text),
    refused('house/file-name', 'apps/api/src/http/dateHelpers.ts', text),
    refused('house/file-name', 'apps/admin/src/common/answer.ts', text),
    refused('house/no-barrel', 'libs/core/src/num/gather.ts', "export { ONE } from './one.ts';\n"),
    refused('house/no-export-all', 'libs/core/src/venue/index.ts', "export * from '../num/one.ts';\n"),
    refused('no-restricted-exports', 'libs/core/src/num/default.ts', 'const answer = 42;\nexport default answer;\n'),
    refused(
      'no-restricted-imports',
      'apps/admin/src/layout/bare.ts',
      "import { answer } from './answer';\nexport const b = answer;\n",
    ),
    refused(
      'no-restricted-imports',
      'libs/contracts/src/disk.ts',
      "import { sep } from 'node:path';\nexport const s = sep;\n",
    ),
    refused(
      'no-restricted-imports',
      'libs/core/src/num/disk.ts',
      "import { readFileSync } from 'fs';\nexport const r = readFileSync;\n",
    ),
  ];
}

function core(): LintCase[] {
  const seeds: [rule: string, file: string, expression: string][] = [
    ['house/no-clock', 'now', 'Date.now()'],
    ['house/no-clock', 'new-date', 'new Date().getTime()'],
    ['house/no-clock', 'date-call', 'Date()'],
    ['house/no-chance', 'chance', 'Math.random()'],
    ['house/no-locale', 'collate', "'a'.localeCompare('b')"],
    ['house/no-locale', 'print', '(1).toLocaleString()'],
    ['house/no-locale', 'format', "new Intl.NumberFormat('en').format(1)"],
    ['house/no-number-parsing', 'number', "Number('1.5')"],
    ['house/no-number-parsing', 'map', "['1.5'].map(Number)"],
    ['house/no-number-parsing', 'plus', "+'1.5'"],
    ['house/no-number-parsing', 'parse', "Number.parseFloat('1.5')"],
    ['no-restricted-globals', 'parse-float', "parseFloat('1.5')"],
    ['no-restricted-globals', 'environment', "process.env['HOME']"],
    ['no-restricted-globals', 'global', "'fetch' in globalThis"],
    ['no-restricted-globals', 'timer', 'setTimeout(() => 1, 5)'],
    ['no-restricted-globals', 'stopwatch', 'performance.now()'],
  ];
  return seeds.map(([rule, file, expression]) =>
    refused(rule, `libs/core/src/margin/${file}.ts`, `export const seed = ${expression};\n`),
  );
}

function typed(): LintCase[] {
  const parsed = "JSON.parse('{}')";
  const seeds: [rule: string, text: string][] = [
    ['no-explicit-any', 'export function read(value: any): boolean {\n  return value === 1;\n}\n'],
    [
      'no-unsafe-assignment',
      `export function read(): number {\n  const a = ${parsed};\n  return a === 1 ? 1 : 2;\n}\n`,
    ],
    ['no-unsafe-argument', `export function read(): boolean {\n  return isNaN(${parsed});\n}\n`],
    ['no-unsafe-call', `export function read(): void {\n  ${parsed}();\n}\n`],
    ['no-unsafe-member-access', `export const a = typeof ${parsed}.a;\n`],
    ['no-unsafe-return', `export function read(): number {\n  return ${parsed};\n}\n`],
    ['no-floating-promises', 'export function start(): void {\n  Promise.resolve(1);\n}\n'],
    ['no-misused-promises', '[1].forEach(async (n) => {\n  await Promise.resolve(n);\n});\nexport {};\n'],
    [
      'consistent-type-imports',
      "import { Decimal } from '../num/one.ts';\nexport const zero: Decimal = { scale: 0 };\n",
    ],
    ['switch-exhaustiveness-check', exhaustive("    case 'long':\n      return 1;\n", '  return 2;\n')],
    ['no-extraneous-class', 'export class Bag {\n  static readonly size = 1;\n}\n'],
    ['no-non-null-assertion', 'export function first(a: number[]): number {\n  return a[0]!;\n}\n'],
    ['no-unnecessary-condition', 'export function pick(a: { b: number }): number {\n  return a.b ?? 1;\n}\n'],
    ['consistent-type-exports', "import type { Decimal } from '../num.ts';\nexport { Decimal };\n"],
    ['no-confusing-void-expression', 'export function run(log: () => void): unknown {\n  return [log()];\n}\n'],
    [
      'restrict-template-expressions',
      'export function print(flag: boolean | null): string {\n  return `${flag}`;\n}\n',
    ],
    ['no-unused-vars', 'const forgotten = 1;\nexport {};\n'],
    ['no-implied-eval', "export const run = new Function('return 1');\n"],
  ];
  return [
    ...seeds.map(([rule, text]) => refused(`@typescript-eslint/${rule}`, `apps/api/src/typed/${rule}.ts`, text)),
    refused('house/types', 'apps/api/src/typed/wrong-type.ts', "export const size: number = 'one';\n"),
    refused('house/types', 'apps/admin/src/layout/Wrong.tsx', "export const size: number = 'one';\n"),
    refused('no-eval', 'apps/api/src/typed/eval.ts', "eval('1');\nexport {};\n"),
    refused(
      'eqeqeq',
      'apps/api/src/typed/equal.ts',
      'export function same(a: number, b: number): boolean {\n  return a == b;\n}\n',
    ),
  ];
}

function exhaustive(cases: string, rest = ''): string {
  return `export function pick(side: 'long' | 'short'): number {\n  switch (side) {\n${cases}  }\n${rest}}\n`;
}

function comments(): LintCase[] {
  const any = 'export const a: any = 1;\n';
  const rule = '@typescript-eslint/no-explicit-any';
  return [
    refused('no-warning-comments', 'libs/core/src/num/unfinished.ts', `// ${UNFINISHED}: later\nexport const a = 1;\n`),
    refused('house/described-disable', 'libs/core/src/num/silent.ts', `// eslint-disable-next-line ${rule}\n${any}`),
    refused('house/described-disable', 'libs/core/src/num/blanket.ts', `/* eslint-disable */\n${any}`),
    refused(
      'unused-directive',
      'libs/core/src/num/idle.ts',
      `// eslint-disable-next-line ${rule} -- there is none below\nexport const a = 1;\n`,
    ),
    refused('@typescript-eslint/ban-ts-comment', 'libs/core/src/num/ignore.ts', '// @ts-ignore\nexport const a = 1;\n'),
  ];
}

function sizes(): LintCase[] {
  return [
    refused(
      'max-lines',
      'libs/core/src/num/long.ts',
      lines(301, (n) => `export const a${n} = ${n};`),
    ),
    refused(
      'max-lines',
      'test/laws/long.spec.ts',
      lines(301, (n) => `export const a${n} = ${n};`),
    ),
    refused('max-lines-per-function', 'libs/core/src/num/long-function.ts', functionOf(61)),
    refused('max-lines-per-function', 'apps/admin/src/layout/Long.tsx', functionOf(201)),
  ];
}

/** What stands close to the rules and must pass. */
export const CLEAN_CASES: readonly LintCase[] = [
  clean(
    'named by the thing',
    'libs/core/src/num/one.ts',
    'export const ONE = 1;\n\nexport interface Decimal {\n  scale: number;\n}\n',
  ),
  clean(
    'index passes on',
    'libs/core/src/num/index.ts',
    "export { ONE } from './one.ts';\nexport type { Decimal } from './one.ts';\n",
  ),
  clean('num/text.ts may parse', 'libs/core/src/num/text.ts', "export const a = Number('1');\n"),
  clean('a date of an instant', 'libs/core/src/venue/instant.ts', 'export const a = new Date(0).toISOString();\n'),
  clean(
    '300 lines',
    'libs/core/src/num/just.ts',
    lines(300, (n) => `export const a${n} = ${n};`),
  ),
  clean('60 lines a function', 'libs/core/src/num/just-function.ts', functionOf(60)),
  clean('200 lines a component', 'apps/admin/src/layout/Just.tsx', functionOf(200)),
  clean(
    'a long table in a spec',
    'libs/core/src/num/one.spec.ts',
    `const a = [1];\nexport const b = a[0]!;\n\n${functionOf(100)}`,
  ),
  clean('a disable that says why', 'libs/core/src/num/why.ts', described()),
  clean(
    'every case named',
    'apps/api/src/typed/exhaustive.ts',
    exhaustive("    case 'long':\n      return 1;\n    case 'short':\n      return 2;\n"),
  ),
  clean('console neighbor', 'apps/admin/src/layout/answer.ts', 'export const answer = 42;\n'),
  clean('a default where the tool demands it', 'apps/admin/vite.config.ts', 'export default {};\n'),
  clean('a module that is only decorators', 'apps/api/src/book/book.module.ts', nestModule()),
  clean('a class injected by value import', 'apps/api/src/book/book.service.ts', nestService()),
];

function described(): string {
  const rule = '@typescript-eslint/no-explicit-any';
  return `// eslint-disable-next-line ${rule} -- the shape is the caller's own\nexport type Loose = Record<string, any>;\n`;
}

function nestModule(): string {
  return `import { Module } from '@nestjs/common';
import { BookService } from './book.service.ts';

@Module({ providers: [BookService] })
export class BookModule {}
`;
}

/** `ModuleRef` is used as a type alone, yet must stay a value import: decorator metadata reads it when the class is built. */
function nestService(): string {
  return `import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';

@Injectable()
export class BookService {
  constructor(private readonly modules: ModuleRef) {}

  has(name: string): boolean {
    return this.modules.get(name, { strict: false }) !== null;
  }
}
`;
}

function refused(rule: string, path: string, text: string): LintCase {
  return { name: `${rule} in ${path}`, path, text, rule };
}

function clean(name: string, path: string, text: string): LintCase {
  return { name: `${name} (${path})`, path, text, rule: null };
}

function lines(count: number, line: (n: string) => string): string {
  return Array.from({ length: count }, (_, at) => line(String(at))).join('\n') + '\n';
}

/** A function of exactly `count` lines. */
function functionOf(count: number): string {
  return `export function sum(a: number): number {\n  let b = a;\n${'  b += 1;\n'.repeat(count - 4)}  return b;\n}\n`;
}
