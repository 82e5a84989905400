/** What a token of a JSON pointer names. */
export function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
