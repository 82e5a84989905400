/** How many pairs of rules and facts are drawn, and from which seed: `RULES_PAIRS` and `RULES_SEED` say otherwise. */
export function fuzzBudget(): { readonly seed: number; readonly pairs: number } {
  return {
    seed: wholeOf('RULES_SEED') ?? (Date.now() ^ (process.pid << 15)) | 0,
    pairs: wholeOf('RULES_PAIRS') ?? 100_000,
  };
}

function wholeOf(variable: string): number | null {
  const text = process.env[variable];
  if (text === undefined || text === '') return null;
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`${variable} is no whole number: ${text}`);
  return number;
}
