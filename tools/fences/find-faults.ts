const LINES_MAX = 300;

/** Words of unfinished work, and tests that are focused, skipped or only announced. */
const RESIDUE = /\b(?:TO(?:DO)|FIX(?:ME))\b|\b(?:it|test|describe|suite|bench)\.(?:\w+\.)*(?:only|skip|todo)\b[.(]/g;

/** What must not stand in a committed file, each as one line that names the place. Only code has a limit of lines. */
export function findFaults(file: string, text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const isCode = /\.[cm]?[jt]sx?$/.test(file);
  const tooLong = isCode && lines.length > LINES_MAX ? [`${file}: ${lines.length} lines`] : [];
  return [...tooLong, ...lines.flatMap((line, at) => residueOf(line).map((found) => `${file}:${at + 1}: ${found}`))];
}

function residueOf(line: string): string[] {
  return line.match(RESIDUE) ?? [];
}
