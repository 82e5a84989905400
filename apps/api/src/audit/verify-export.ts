import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sha256 } from '../persistence/sha256.ts';
import { ExportError, readExport } from './read-export.ts';
import type { VerifyTask } from './verify-arguments.ts';
import { verifyAudit, type AuditVerdict } from './verify-audit.ts';

/** What the command says, and whether nothing is wrong. */
export interface VerifyReport {
  readonly isRight: boolean;
  readonly lines: readonly string[];
}

/** Verifies an export without service or database. */
export async function verifyExport({ file, publicKeyFiles, places }: VerifyTask): Promise<VerifyReport> {
  try {
    const keyIds = publicKeyFiles.length === 0 ? null : await Promise.all(publicKeyFiles.map(keyIdIn));
    const verdict = await verifyAudit(readExport(file), { places, keyIds });
    return { isRight: verdict.ok, lines: verdict.fault === null ? whole(verdict, keyIds !== null) : broken(verdict) };
  } catch (error) {
    if (error instanceof ExportError) return { isRight: false, lines: [`Not verified: ${error.message}.`] };
    throw error;
  }
}

function broken({ fault, entries }: AuditVerdict): string[] {
  return [
    `Broken: ${fault?.message ?? ''} (${fault?.code ?? ''}).`,
    `${counted(entries, 'entry', 'entries')} before it hold.`,
  ];
}

function whole({ entries, head, checkpoints, keyIds }: AuditVerdict, isKeyKept: boolean): string[] {
  const lines = [
    `The chain is whole: ${counted(entries, 'entry', 'entries')}, ${counted(checkpoints, 'checkpoint', 'checkpoints')}.`,
  ];
  if (head !== null) lines.push(`It ends at entry ${String(head.sequence)} with the hash ${head.hash}.`);
  if (checkpoints === 0)
    lines.push('No checkpoint was met: only a place kept elsewhere (--checkpoint) shows a rewriting.');
  else if (!isKeyKept) {
    lines.push(
      `Its checkpoints are signed by ${keyIds.join(', ')}, which the export names itself: --public-key holds them against one you kept.`,
    );
  }
  return lines;
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${String(count)} ${many}`;
}

/** The id of the key in a file: PEM, or base64 as a checkpoint has it. */
async function keyIdIn(file: string): Promise<string> {
  try {
    const text = (await readFile(file, 'utf8')).trim();
    const key = text.startsWith('-----')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return sha256(key.export({ type: 'spki', format: 'der' }).toString('base64'));
  } catch (error) {
    throw new ExportError(`${file} holds no public key: ${(error as Error).message}`);
  }
}
