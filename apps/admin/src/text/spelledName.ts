/** A name in code as the core's own sentences say it: `desk.leverageLimit` → `desk leverage limit`. */
export function spelledName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[$.[\]_-]+/g, ' ')
    .trim()
    .toLowerCase();
}
