/** The total that `Content-Range: items 0-24/349` states; null where the header is missing or names none. */
export function totalOf(contentRange: string | null): number | null {
  const match = /\/(\d+)$/.exec(contentRange ?? '');
  return match === null ? null : Number(match[1]);
}
