import fc from 'fast-check';

/** A JSON text that somebody got wrong: a valid value with parts of it changed, or its text with characters changed. */
export function malformedJson(valid: unknown): fc.Arbitrary<string> {
  const changed = fc
    .array(fc.record({ at: fc.nat(), change: arbitraryChange() }), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      let text = JSON.stringify(valid);
      for (const { at, change } of changes) text = withPart(text, at, change);
      return text;
    });
  const garbled = fc
    .record({ at: fc.nat(), cut: fc.nat({ max: 40 }), put: fc.string({ unit: 'binary', maxLength: 12 }) })
    .map(({ at, cut, put }) => {
      const text = JSON.stringify(valid);
      const from = at % text.length;
      return text.slice(0, from) + put + text.slice(from + cut);
    });
  return fc.oneof(
    { weight: 8, arbitrary: changed },
    { weight: 2, arbitrary: garbled },
    { weight: 1, arbitrary: anyJson() },
  );
}

type Change = (value: string) => string;

/** What becomes of one part, given and returned as JSON text. */
function arbitraryChange(): fc.Arbitrary<Change> {
  const replaced = fc.oneof(fc.constantFrom(...NASTY), anyJson()).map((text) => () => text);
  const extreme = fc
    .constantFrom(...EXTREME)
    .map<Change>((text) => (value) => (/^"-?\d+(?:\.\d+)?"$/.test(value) ? text : value));
  return fc.oneof(
    { weight: 6, arbitrary: replaced },
    { weight: 6, arbitrary: extreme },
    fc.constant<Change>(() => ''),
    fc.constant<Change>((value) => `[${value},${value}]`),
    fc.constant<Change>((value) => `[${value}]`),
    fc.constant<Change>((value) => `{"value":${value}}`),
    fc.constant<Change>((value) => (value.startsWith('{') ? value.slice(0, -1) + ',"__proto__":{"x":1}}' : value)),
    fc.constant<Change>((value) => (value.startsWith('{') ? `{"id":1,${value.slice(1)}` : value)),
    fc.constant<Change>((value) => (value.startsWith('"') ? value.slice(1, -1) : JSON.stringify(value))),
    fc.nat({ max: 3000 }).map<Change>((depth) => (value) => '['.repeat(depth) + value + ']'.repeat(depth)),
  );
}

/** Amounts that are right in form and out of all proportion. */
const EXTREME = [
  ...[
    '"0"',
    '"1"',
    '"-1"',
    '"0.1"',
    '"0.00000001"',
    '"123456789.123456789"',
    `"${'9'.repeat(64)}"`,
    `"-${'9'.repeat(63)}"`,
  ],
  ...[`"0.${'0'.repeat(61)}1"`, `"1${'0'.repeat(30)}"`, `"${'3'.repeat(31)}.${'3'.repeat(32)}"`],
];

const NASTY = [
  ...['null', 'true', '0', '-0', '1e999', '-1e999', '1.7976931348623157e309', '9007199254740993', 'NaN', 'Infinity'],
  ...['""', '"0"', '"-0"', '"-1"', '"1e5"', '"+1"', '".5"', '"5."', '"NaN"', '"Infinity"', '"0x10"', '"1_000"', '" 1"'],
  ...[
    '"0.00000000000000000000000000000000000000000000000000000000000001"',
    `"${'9'.repeat(64)}"`,
    `"${'9'.repeat(65)}"`,
  ],
  ...[`"-${'9'.repeat(63)}"`, `"0.${'0'.repeat(60)}1"`, '"1.50"', '"00"', '"١٢"', '"１"'],
  ...[
    '"__proto__"',
    '"constructor"',
    '"toString"',
    '"hasOwnProperty"',
    '"BTCUSDT"',
    '"ETHUSDT"',
    '"cross"',
    '"isolated"',
  ],
  ...['"2024-02-30T00:00:00Z"', '"2024-10-24T12:00:00+01:00"', '"9999-12-31T23:59:59Z"', '"0000-01-01T00:00:00Z"'],
  ...[
    '"\\u0000"',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\u202e"',
    '"\\ufeff"',
    '"😀"',
    '"a\\nb"',
    `"${'x'.repeat(5000)}"`,
  ],
  ...['[]', '{}', '[[]]', '[null]', '{"a":1}', '{"__proto__":null}', '{"constructor":{"prototype":{}}}', '{"":""}'],
  ...['{"length":1}', '{"toJSON":1}', '{"then":1}', '{"size":"1","size":"2"}'],
];

function anyJson(): fc.Arbitrary<string> {
  return fc.json({ maxDepth: 4, stringUnit: 'binary' });
}

/** The text with one of its parts (a value at any depth) replaced by what a change makes of it. */
function withPart(text: string, at: number, change: Change): string {
  const parts = partsOf(text);
  const part = parts[at % Math.max(parts.length, 1)];
  if (part === undefined) return text;
  const [from, to] = part;
  const made = change(text.slice(from, to));
  if (made !== '') return text.slice(0, from) + made + text.slice(to);
  // A part that goes takes its name and its comma along, so that what is left is mostly JSON again.
  const before = text.slice(0, from).replace(/(?:"[^"]*":)$/, '');
  return before.endsWith(',') ? before.slice(0, -1) + text.slice(to) : before + text.slice(to).replace(/^,/, '');
}

/** Where each value of a JSON text begins and ends; what is no longer JSON gives what can be seen of it. */
function partsOf(text: string): [number, number][] {
  const parts: [number, number][] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '{' || character === '[') open.push(at);
    else if (character === '}' || character === ']') {
      const from = open.pop();
      if (from !== undefined) parts.push([from, at + 1]);
    } else if (character === '"') {
      const end = text.indexOf('"', at + 1);
      if (end < 0) break;
      if (text.charAt(end + 1) !== ':') parts.push([at, end + 1]);
      at = end;
    }
  }
  return parts;
}
