/** The candidate that a mistyped name most likely means, at most a third of its letters away; null if none is near. */
function nearestName(name: string, candidates: Iterable<string>): string | null {
  let nearest: string | null = null;
  let leastDistance = Math.max(2, Math.ceil(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < leastDistance) [nearest, leastDistance] = [candidate, distance];
  }
  return nearest;
}

/** The suggestion of a problem about a name, ready to spread into it. */
export function suggestion(name: string, candidates: Iterable<string>): { suggestion?: string } {
  const nearest = nearestName(name, candidates);
  return nearest === null ? {} : { suggestion: `did you mean \`${nearest}\`?` };
}

/** Levenshtein's distance: insertions, deletions and replacements from one text to the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
