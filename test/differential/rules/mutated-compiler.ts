import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { Compiler } from './compiler.ts';
import type { Mutant } from './mutants.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const CORE = path.join(REPOSITORY, 'libs/core/src');

/** The rooms that the compiler is made of. */
const ROOMS = ['num', 'problem', 'venue', 'rules'] as const;

/** A build of the compiler in a folder of its own. */
export interface BuiltCompiler {
  readonly compiler: Compiler;
  readonly remove: () => void;
}

/**
 * The compiler built out of its sources into a temporary folder, with one line of them changed; null = none. The
 * product knows nothing of it: what is loaded is another copy. Throws where a mutant no longer fits the source.
 */
export async function builtCompiler(mutant: Mutant | null): Promise<BuiltCompiler> {
  const root = mkdtempSync(path.join(tmpdir(), 'backstop-mutant-'));
  // What lies in `node_modules` is loaded as it is, by Node itself.
  const target = path.join(root, 'node_modules/mutant');
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'package.json'), '{ "type": "module" }');
  symlinkSync(path.join(REPOSITORY, 'node_modules/zod'), path.join(root, 'node_modules/zod'));
  for (const file of sources()) {
    const written = readFileSync(path.join(CORE, file), 'utf8');
    const built = path.join(target, file.replace(/\.ts$/, '.js'));
    mkdirSync(path.dirname(built), { recursive: true });
    writeFileSync(built, javaScriptOf(mutant?.file === file ? mutated(written, mutant) : written));
  }
  const module: unknown = await import(pathToFileURL(path.join(target, 'rules/index.js')).href);
  return {
    compiler: module as Compiler,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function mutated(written: string, { name, find, replace }: Mutant): string {
  const [before, after, ...more] = written.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(
      `the mutant "${name}" fits its source ${String(more.length + (after === undefined ? 0 : 1))} times`,
    );
  }
  return before + replace + after;
}

function sources(): string[] {
  return ROOMS.flatMap((room) =>
    readdirSync(path.join(CORE, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => path.join(room, file)),
  );
}

/** Cached: all but one file are the same for every mutant. */
function javaScriptOf(typeScript: string): string {
  const known = TRANSPILED.get(typeScript);
  if (known !== undefined) return known;
  const { outputText } = transpileModule(typeScript, {
    compilerOptions: {
      module: ModuleKind.ESNext,
      target: ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  TRANSPILED.set(typeScript, outputText);
  return outputText;
}

const TRANSPILED = new Map<string, string>();
