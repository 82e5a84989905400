import { kindNamed } from '../../policy/index.ts';
import type { KindRegister, PolicyVersion } from '../../policy/index.ts';
import type { PolicyMove } from './proposal.ts';

/**
 * The moves as the facts make them that rules in force before or after read to close positions: where they read initial
 * margin, raising it liquidates accounts that it would otherwise only keep from taking new risk.
 */
export function escalated(
  moves: readonly PolicyMove[],
  versions: readonly Pick<PolicyVersion, 'policy' | 'kind' | 'document'>[],
  kinds: KindRegister,
): PolicyMove[] {
  const readers = new Map<string, string>();
  for (const { policy, kind, document } of versions) {
    for (const fact of kindNamed(kind, kinds)?.factsRead?.(document as never) ?? []) readers.set(fact, policy);
  }
  return moves.map((move) => {
    const read = kindNamed(move.kind, kinds)?.factsMoved?.find((fact) => readers.has(fact));
    if (read === undefined) return move;
    const reason = `It can liquidate, because \`${readers.get(read) ?? ''}\` closes positions by \`${read}\`.`;
    const differences = move.differences.map((difference) =>
      difference.effect === 'blocks-new-risk'
        ? { ...difference, effect: 'can-liquidate' as const, sentence: `${difference.sentence} ${reason}` }
        : difference,
    );
    return { ...move, differences };
  });
}
