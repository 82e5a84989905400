import { readFileSync } from 'node:fs';
import { policySetOf } from '@backstop/core/change';
import { compileSet } from '@backstop/core/evaluation';
import type { CompiledSet } from '@backstop/core/evaluation';
import { sha256 } from '../builders/sha256.ts';
import { versionOf } from '../builders/version-of.ts';

/** `npm run bench` runs in the root of the repository. */
const PROFILE = 'rules/perp-linear-reference';

interface SetFile {
  readonly valuationAsset: string;
  readonly collateralMode: string;
  readonly tags: readonly string[];
  readonly policies: readonly string[];
}

/** The shipped reference profile with its 349 real ladders, compiled as the service compiles it. */
export function referenceSet(): CompiledSet {
  const { policies, ...document } = json(`${PROFILE}/set.json`) as SetFile;
  const { valuationAsset, collateralMode, tags } = document;
  const valuation = {
    kind: 'valuation',
    key: 'default',
    title: 'Valuation',
    scope: { contracts: '*' },
    document: { valuationAsset, collateralMode, tags },
  };
  const envelopes = [valuation, ...policies.map((path) => json(`${PROFILE}/${path}`))];
  const compiled = compileSet(policySetOf(envelopes.map(versionOf), sha256));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems, null, 2));
  return compiled.value;
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
