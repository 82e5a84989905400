import { readFileSync } from 'node:fs';
import { policySetOf } from '@backstop/core/change';
import { compileSet } from '@backstop/core/evaluation';
import type { CompiledSet } from '@backstop/core/evaluation';
import { kinds } from '@backstop/core/kinds';
import { parsePolicy, policyId, versionDigest } from '@backstop/core/policy';
import type { PolicyVersion } from '@backstop/core/policy';
import { sha256 } from '../builders/sha256.ts';

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

function versionOf(envelope: unknown): PolicyVersion {
  const parsed = parsePolicy(envelope, kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  const { kind, key, title, scope, document } = parsed.value;
  return {
    policy: policyId(kind, key),
    version: 1,
    kind,
    title,
    scope,
    document,
    ends: false,
    digest: versionDigest({ scope, document, ends: false }, sha256),
    mode: 'enforce',
    effectiveFrom: 0,
    effectiveUntil: null,
    approvedAt: 0,
    approvalSequence: 1,
  };
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
