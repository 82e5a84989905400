/** JSON for people: two spaces, and each row of a table of scalars on a line of its own. */
export function printJson(value: unknown): string {
  return `${print(value, '')}\n`;
}

function print(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    return block(
      '[',
      value.map((item: unknown) => (isRow(item) ? printRow(item) : print(item, `${indent}  `))),
      ']',
      indent,
    );
  }
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([name, field]) => `${JSON.stringify(name)}: ${print(field, `${indent}  `)}`,
  );
  return block('{', fields, '}', indent);
}

function block(open: string, lines: readonly string[], close: string, indent: string): string {
  return lines.length === 0 ? open + close : `${open}\n${indent}  ${lines.join(`,\n${indent}  `)}\n${indent}${close}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRow(value: unknown): value is Record<string, unknown> {
  return isObject(value) && Object.values(value).every((field) => typeof field !== 'object' || field === null);
}

function printRow(row: Record<string, unknown>): string {
  return `{ ${Object.entries(row)
    .map(([name, field]) => `${JSON.stringify(name)}: ${JSON.stringify(field)}`)
    .join(', ')} }`;
}
