import { z } from 'zod';

/** A book as it was sent: its market and every account in it. */
export const bookSnapshotResource = z
  .object({
    id: z.string().describe('Id of the snapshot.'),
    hash: z
      .string()
      .describe('SHA-256 over its lines in canonical JSON (RFC 8785), each ended by a line feed: the book itself.'),
    asOf: z.string().describe('Instant of its market.'),
    recordedAt: z.string().describe('When it was sent, by the service’s clock.'),
    recordedBy: z.string().describe('Who sent it: a person’s id, or `key:<id>`.'),
    accounts: z.int().min(0).describe('Accounts in it.'),
    bytes: z.int().min(0).describe('Length of its canonical lines.'),
  })
  .describe('A stored book, on which the impact of a change is worked out.');

export type BookSnapshotResource = z.output<typeof bookSnapshotResource>;
