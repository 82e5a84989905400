import { unescaped } from './unescaped.ts';

/** Where a value stands in a JSON text: from its first character to behind its last. */
export interface JsonPlace {
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

/**
 * Where a JSON pointer leads in a text, or where its nearest ancestor stands if the place itself is missing;
 * null where the text is not JSON up to there.
 */
export function jsonPlace(text: string, pointer: string): JsonPlace | null {
  const path = pointer.split('/').slice(1).map(unescaped);
  try {
    const { start, end } = find(text, skipSpace(text, 0), path);
    return { start, end, line: text.slice(0, start).split('\n').length };
  } catch {
    return null;
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function find(text: string, at: number, path: readonly string[]): Span {
  const [key, ...rest] = path;
  if (key === undefined) return { start: at, end: endOf(text, at) };
  const child = childrenOf(text, at).find(({ name }) => name === key);
  return child === undefined ? { start: at, end: endOf(text, at) } : find(text, child.at, rest);
}

/** Members of an object by key, of an array by index; none of anything else. */
function childrenOf(text: string, at: number): { name: string; at: number }[] {
  const opening = text[at];
  if (opening !== '{' && opening !== '[') return [];
  const children: { name: string; at: number }[] = [];
  let place = skipSpace(text, at + 1);
  while (text[place] !== '}' && text[place] !== ']') {
    if (place >= text.length) throw new SyntaxError('not closed');
    let name = String(children.length);
    if (opening === '{') {
      const keyEnd = endOf(text, place);
      name = JSON.parse(text.slice(place, keyEnd)) as string;
      place = skipSpace(text, skipSpace(text, keyEnd) + 1);
    }
    children.push({ name, at: place });
    place = skipSpace(text, endOf(text, place));
    if (text[place] === ',') place = skipSpace(text, place + 1);
  }
  return children;
}

/** Behind the last character of the value that begins at a place. */
function endOf(text: string, at: number): number {
  const opening = text[at];
  if (opening === '"') return endOfString(text, at);
  if (opening !== '{' && opening !== '[') {
    const scalar = /^[^\s,\]}]+/.exec(text.slice(at, at + 400));
    if (scalar === null) throw new SyntaxError('no value');
    return at + scalar[0].length;
  }
  let depth = 0;
  for (let place = at; place < text.length; place += 1) {
    const character = text[place];
    if (character === '"') place = endOfString(text, place) - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return place + 1;
    }
  }
  throw new SyntaxError('not closed');
}

function endOfString(text: string, at: number): number {
  for (let place = at + 1; place < text.length; place += 1) {
    if (text[place] === '\\') place += 1;
    else if (text[place] === '"') return place + 1;
  }
  throw new SyntaxError('not closed');
}

function skipSpace(text: string, at: number): number {
  let place = at;
  while (place < text.length && /\s/.test(text[place] ?? '')) place += 1;
  return place;
}
