import type { Finding } from '../../problem/index.ts';

/** That margins are not what the ladder alone says. */
export function explain({ code, contract, values }: Finding): string | null {
  if (code !== 'margin_is_multiplied') return null;
  const [initial, maintenance] = [values['initial'] ?? 'unknown', values['maintenance'] ?? 'unknown'];
  return `margins of ${contract ?? 'the contract'} are multiplied: initial margin by ${initial}, maintenance margin by ${maintenance}`;
}
