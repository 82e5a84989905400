/** One token of a JSON pointer (RFC 6901), with `~` and `/` escaped. */
export function pointerToken(key: PropertyKey): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A path of keys as a JSON pointer, below `prefix`; the empty path of the whole document is ''. */
export function pointerOf(path: readonly PropertyKey[], prefix = ''): string {
  return prefix + path.map((key) => '/' + pointerToken(key)).join('');
}
