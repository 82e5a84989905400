import { parseDocument } from '@backstop/core/policy';
import type { PolicyEnvelope } from '@backstop/core/policy';
import { kinds } from '@backstop/core/kinds';
import { printJson } from './print-json.ts';

/** Files of a profile by their path within it. */
export type ProfileFiles = ReadonlyMap<string, string>;

export interface Profile {
  readonly profile: string;
  readonly effectiveFrom: string;
  readonly policies: readonly PolicyEnvelope[];
  /** A file of ladder changes that follow, where the profile has one. */
  readonly history?: string;
}

/** `set.json` and one file for each policy, in their order. Throws where a policy has a problem. */
export function profileFiles({ profile, effectiveFrom, policies, history }: Profile): ProfileFiles {
  const files = policies.map((envelope) => [fileName(envelope), printJson(canonical(envelope))] as const);
  const set = {
    profile,
    canonical: 1,
    effectiveFrom,
    valuationAsset: 'USDT',
    collateralMode: 'multi-asset',
    tags: [],
    policies: files.map(([path]) => path),
    ...(history === undefined ? {} : { history }),
  };
  return new Map([['set.json', printJson(set)], ...files]);
}

function fileName({ kind, key }: PolicyEnvelope): string {
  return `${kind}/${key}.json`;
}

function canonical(envelope: PolicyEnvelope): PolicyEnvelope {
  const register: Record<string, Parameters<typeof parseDocument>[0]> = kinds;
  const kind = register[envelope.kind];
  if (kind === undefined) throw new Error(`no kind ${envelope.kind}`);
  const parsed = parseDocument(kind, envelope.document);
  if (!parsed.ok) throw new Error(`${fileName(envelope)}: ${JSON.stringify(parsed.problems)}`);
  return { ...envelope, document: parsed.value };
}
