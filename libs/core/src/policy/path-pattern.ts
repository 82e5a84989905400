/** Whether a pointer by row identity is one that a pattern means, `*` standing for any row. */
export function isOfPattern(path: string, pattern: string): boolean {
  return isEveryToken(path, pattern, (token, wanted) => wanted === '*' || wanted === token);
}

/** Whether some pointer is meant by both of two patterns. */
export function patternsMeet(one: string, other: string): boolean {
  return isEveryToken(one, other, (a, b) => a === b || a === '*' || b === '*');
}

function isEveryToken(one: string, other: string, isAlike: (a: string, b: string) => boolean): boolean {
  const tokens = other.split('/');
  const own = one.split('/');
  return own.length === tokens.length && own.every((token, at) => isAlike(token, tokens[at] ?? ''));
}
