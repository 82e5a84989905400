import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kinds } from '@backstop/core/kinds';
import type { RegisteredKind } from '@backstop/core/policy';

/** A fixture beside its kind: `<name>.json`; an invalid one is named by the problem it must give. */
export interface KindFixture {
  readonly name: string;
  readonly document: unknown;
}

export interface KindUnderLaw {
  readonly kind: RegisteredKind;
  readonly valid: readonly KindFixture[];
  readonly invalid: readonly KindFixture[];
  /** Problem codes that the kind's own checks name in their source. */
  readonly codes: readonly string[];
}

/** Every kind of the register with its fixtures; a kind that has no line there is not known here either. */
export function kindsUnderLaw(): KindUnderLaw[] {
  return Object.values<RegisteredKind>(kinds).map((kind) => ({
    kind,
    valid: fixturesIn(kind.id, 'valid'),
    invalid: fixturesIn(kind.id, 'invalid'),
    codes: codesOf(kind.id),
  }));
}

function fixturesIn(kind: string, folder: 'valid' | 'invalid'): KindFixture[] {
  const directory = new URL(`fixtures/${folder}/`, folderOf(kind));
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      name: file.slice(0, -'.json'.length),
      document: JSON.parse(readFileSync(new URL(file, directory), 'utf8')) as unknown,
    }));
}

/** Whatever snake_case text stands in a file `check….ts`: a code without a fixture is found by reading, not by trust. */
function codesOf(kind: string): string[] {
  const checks = readdirSync(folderOf(kind)).filter((file) => /^check[a-z-]*\.ts$/.test(file));
  const texts = checks.flatMap((file) => [
    ...readFileSync(new URL(file, folderOf(kind)), 'utf8').matchAll(/'([a-z]+(?:_[a-z]+)+)'/g),
  ]);
  return [...new Set(texts.map((match) => match[1] ?? ''))].sort();
}

function folderOf(kind: string): URL {
  return new URL(`../../../libs/core/src/kinds/${kind}/`, `file://${fileURLToPath(import.meta.url)}`);
}
