import { decimalOrNull } from '../../policy/index.ts';
import type { BalanceProtection } from '../../waterfall/index.ts';
import type { BalanceProtectionDocument } from './schema.ts';

export function compile({ protectedTags, closeOutShare }: BalanceProtectionDocument): BalanceProtection {
  return {
    protectedTags: protectedTags === '*' ? null : new Set(protectedTags),
    closeOutShare: decimalOrNull(closeOutShare),
  };
}
