/** The `after` that a `Link: <…>; rel="next"` carries; null where the list ends. */
export function nextAfter(link: string | null): string | null {
  const target = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link ?? '')?.[1];
  return target === undefined ? null : new URL(target, window.location.origin).searchParams.get('after');
}
