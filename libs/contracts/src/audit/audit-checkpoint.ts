import { z } from 'zod';

/** A place of the audit chain, signed, for somebody else to keep. */
export const auditCheckpointResource = z
  .object({
    sequence: z.int().min(1).describe('Of the entry that it is about.'),
    hash: z.string().describe('Hash of that entry.'),
    at: z.string().describe('When it was signed.'),
    keyId: z.string().describe('SHA-256 of the public key.'),
    publicKey: z.string().describe('The Ed25519 public key, as base64 of its DER form (SubjectPublicKeyInfo).'),
    signature: z
      .string()
      .describe(
        'Base64; over the canonical form of `{ at, hash, keyId, purpose: "backstop-audit-checkpoint", sequence }`.',
      ),
  })
  .describe('A signed place of the audit chain: who keeps one notices any rewriting of what comes before.');

export type AuditCheckpointResource = z.output<typeof auditCheckpointResource>;
