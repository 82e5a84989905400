import { z } from 'zod';

/** Who has said nothing for longer than this is taken to be gone, in seconds; whoever stays says so more often. */
export const PRESENCE_SECONDS = 45;

/** Who is editing a change now. */
export const changePresence = z
  .object({
    revision: z.int().describe('Of the change now: another one than was read = somebody has written since.'),
    people: z
      .array(
        z.object({
          person: z.string().describe('Id of a person; whoever asks is among them while they edit.'),
          since: z.string().describe('When they began.'),
        }),
      )
      .describe('By when they began, the first first.'),
  })
  .describe('Who is editing a change. It keeps nobody from writing: `If-Match` does.');

export type ChangePresence = z.output<typeof changePresence>;
