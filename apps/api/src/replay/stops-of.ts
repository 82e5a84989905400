import type { Problem } from '@backstop/core/problem';

/** One kind of thing that stands against a change. */
export interface Stop {
  readonly code: string;
  /** The parameter or the outcome that it is about; '' where it is about the whole. */
  readonly about: string;
}

/** What stands against a change, each kind of thing once: how many tiers it shows in does not count. */
export function stopsOf(problems: readonly Problem[]): Stop[] {
  const stops = problems.map(({ code, path, message }) => ({ code, about: aboutOf(code, path, message) }));
  return [...new Map(stops.map((stop) => [stopText(stop), stop])).values()].sort((a, b) =>
    stopText(a) < stopText(b) ? -1 : 1,
  );
}

/** A stop as one word. */
export function stopText({ code, about }: Stop): string {
  return about === '' ? code : `${code} ${about}`;
}

/** The last part of `/margin-tiers.BTCUSDT/tiers/5000/notionalCap`; of an outcome, the first word of its sentence. */
function aboutOf(code: string, path: string, message: string): string {
  const [, policy, ...place] = path.split('/');
  if (code === 'change_outcome_must_be_within_envelope') return message.split(' ')[0] ?? '';
  return place.at(-1) ?? policy?.split('.')[0] ?? '';
}
