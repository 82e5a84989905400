import { isZero } from '../../num/index.ts';
import { decimalOf } from '../../policy/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { BalanceProtectionDocument } from './schema.ts';

/** No tag stands twice, and a share is asked of somebody. */
export function check({ protectedTags, closeOutShare }: BalanceProtectionDocument): Problem[] {
  const tags = protectedTags === '*' ? [] : protectedTags;
  const twice = tags.flatMap((tag, at) =>
    tags.indexOf(tag) < at
      ? [{ code: 'duplicate_tag', path: `/protectedTags/${String(at)}`, message: `the tag \`${tag}\` stands twice` }]
      : [],
  );
  return [...twice, ...checkShare(protectedTags, closeOutShare)];
}

function checkShare(tags: readonly string[] | '*', share: string | null): Problem[] {
  if (share === null) return [];
  const path = '/closeOutShare';
  if (isZero(decimalOf(share))) {
    const message = 'a share of 0 closes nobody out before the account is gone';
    return [{ code: 'close_out_share_zero', path, message, suggestion: '0.5' }];
  }
  if (tags.length > 0) return [];
  return [{ code: 'close_out_of_nobody', path, message: 'no tag is protected, so nobody is closed out by it' }];
}
