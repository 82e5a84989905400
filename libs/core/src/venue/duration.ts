const UNITS: readonly (readonly [milliseconds: number, unit: string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
  [1, 'ms'],
];

/** A time in seconds as people read it, whole: `90` → `1 min 30 s`, `86401` → `1 d 1 s`. */
export function formatDuration(seconds: number): string {
  let rest = Math.max(0, Math.round(seconds * 1000));
  const parts: string[] = [];
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${String(count)} ${unit}`);
  }
  return parts.length === 0 ? '0 s' : parts.join(' ');
}
