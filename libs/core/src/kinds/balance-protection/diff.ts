import { fieldDifference, matchRows } from '../../policy/index.ts';
import type { Difference } from '../../policy/index.ts';
import type { BalanceProtectionDocument } from './schema.ts';

/**
 * What differs between two protections. Whoever is no longer protected may come to owe; the close-out itself is the trigger's,
 * which this only asks for.
 */
export function diff(before: BalanceProtectionDocument, after: BalanceProtectionDocument): Difference[] {
  const tags = matchRows(listed(before), listed(after), (tag) => tag);
  return [
    ...tags.flatMap(({ key, before: old, after: next }) =>
      fieldDifference({
        path: `/protectedTags/${key.replaceAll('/', '~1')}`,
        subject: key === '*' ? 'The protection of every account' : `The protection of accounts tagged \`${key}\``,
        before: old,
        after: next,
        effect: () => (next === null ? 'costs' : 'loosens'),
      }),
    ),
    ...fieldDifference({
      path: '/closeOutShare',
      subject: 'The share of initial margin that closes out',
      before: before.closeOutShare,
      after: after.closeOutShare,
      effect: () => 'none',
    }),
  ];
}

/** Every path that a difference may have. */
export const parameters: readonly string[] = ['/protectedTags/*', '/closeOutShare'];

/** Everybody is a row of its own. */
function listed({ protectedTags }: BalanceProtectionDocument): readonly string[] {
  return protectedTags === '*' ? ['*'] : protectedTags;
}
