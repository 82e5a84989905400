import { parseArgs } from 'node:util';
import type { ChainPlace } from '@backstop/core/canonical';

/** What the command was asked to verify. */
export interface VerifyTask {
  readonly file: string;
  /** Files of the only keys that may have signed; empty = whichever the export names. */
  readonly publicKeyFiles: readonly string[];
  /** Places of the chain that were kept elsewhere. */
  readonly places: readonly ChainPlace[];
}

export const USAGE = `npm run verify-audit -- <export.ndjson> [--public-key <file>] [--checkpoint <sequence>:<hash>]
    verifies an export of the audit chain, without service or database; ends with status 0 where nothing is wrong, else 1
    --public-key   a key that may have signed checkpoints: PEM, or base64 as a checkpoint has it; may be repeated
    --checkpoint   a place of the chain that was kept elsewhere; may be repeated`;

/** The task that the words of a command line ask for, or null where they ask for none. */
export function readVerifyTask(words: readonly string[]): VerifyTask | null {
  const texts = { type: 'string', multiple: true } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { 'public-key': texts, checkpoint: texts },
    });
    const [file] = positionals;
    const places = (values.checkpoint ?? []).map(placeOf);
    if (file === undefined || positionals.length > 1 || places.includes(null)) return null;
    const publicKeyFiles = values['public-key'] ?? [];
    return { file, publicKeyFiles, places: places.filter((each) => each !== null) };
  } catch {
    return null;
  }
}

function placeOf(text: string): ChainPlace | null {
  const [, sequence, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  return sequence === undefined || hash === undefined ? null : { sequence: Number(sequence), hash };
}
