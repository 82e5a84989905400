import { spelledName } from './spelledName.ts';

/**
 * What a language says for the words of the core and of the service, which write English. A sentence is known by its English
 * text, with places in braces for what it names, as translators of programs have always done it: nothing of the core knows of
 * languages, and what has no entry stays as it is written.
 */
export interface PhraseBook {
  /** What fields, facts and acts are called, by their name in code. */
  readonly names: Readonly<Record<string, string>>;
  /** What choices are called, by their name in code. */
  readonly options: Readonly<Record<string, string>>;
  readonly zones: Readonly<Record<string, string>>;
  /** What a request is refused with, by the code of the problem. */
  readonly problems: Readonly<Record<string, string>>;
  readonly sentences: Readonly<Record<string, string>>;
  /** Between two sentences that are one. */
  readonly and: string;
}

interface Template {
  readonly pattern: RegExp;
  readonly places: readonly string[];
  readonly text: string;
}

interface Spoken {
  readonly book: PhraseBook;
  readonly exact: ReadonlyMap<string, string>;
  readonly templates: readonly Template[];
  /** By how the core spells the name of a fact. */
  readonly facts: ReadonlyMap<string, string>;
  readonly told: Map<string, string | null>;
}

/** Sentences that are remembered: a page has some hundred. */
const TOLD_MAX = 2000;

let spoken: Spoken | null = null;

/** From now on the words of the core are read in this book; null = as they are written. */
export function speak(book: PhraseBook | null): void {
  spoken = book === null ? null : spokenFrom(book);
}

/** A sentence of the core in the language of the page; null where the book has none, or the page is in English. */
export function translated(sentence: string): string | null {
  if (spoken === null) return null;
  const known = spoken.told.get(sentence);
  if (known !== undefined) return known;
  const told = tell(spoken, sentence);
  if (spoken.told.size < TOLD_MAX) spoken.told.set(sentence, told);
  return told;
}

/** The same, as it is written where it has no translation. */
export function inWords(sentence: string): string {
  return translated(sentence) ?? sentence;
}

/** What a field, a fact or an act is called; null where the book does not say. */
export function nameInWords(name: string): string | null {
  return spoken?.book.names[name] ?? null;
}

/** What a choice is called; null where the book does not say. */
export function optionInWords(option: string): string | null {
  return spoken?.book.options[option] ?? nameInWords(option);
}

/** The name of a zone in the language of the page; a venue's own name as it is. */
export function zoneInWords(zone: string): string {
  return spoken?.book.zones[zone] ?? zone;
}

/** What a request was refused with, by its code; null where the page is in the language of the service itself. */
export function problemInWords(code: string | null): string | null {
  return code === null ? null : (spoken?.book.problems[code] ?? null);
}

function spokenFrom(book: PhraseBook): Spoken {
  const entries = Object.entries(book.sentences);
  const facts = new Map(Object.entries(book.names).map(([name, text]) => [spelledName(name), text]));
  return {
    book,
    exact: new Map(entries.filter(([english]) => !english.includes('{'))),
    templates: entries.filter(([english]) => english.includes('{')).map(([english, text]) => template(english, text)),
    facts,
    told: new Map(),
  };
}

const PLACE = /\{([a-z]+\d?)\}/g;

/** A figure, or what stands where there is none. */
const FIGURE = String.raw`-?\d+(?:\.\d+)?|unknown`;

/** A pattern that fits the English sentence and nothing beside it. */
function template(english: string, text: string): Template {
  const places: string[] = [];
  const pattern = english
    .split(PLACE)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      places.push(part);
      return kindOf(part) === 'figure' ? `(${FIGURE})` : kindOf(part) === 'fact' ? '([A-Za-z][A-Za-z0-9 ]*?)' : '(.+?)';
    })
    .join('');
  return { pattern: new RegExp(`^${pattern}$`, 's'), places, text };
}

function kindOf(place: string): 'figure' | 'fact' | 'sentence' | 'any' {
  if (/^n\d?$/.test(place)) return 'figure';
  if (/^fact\d?$/.test(place)) return 'fact';
  return /^s\d?$/.test(place) ? 'sentence' : 'any';
}

function tell(held: Spoken, sentence: string): string | null {
  const exact = held.exact.get(sentence);
  if (exact !== undefined) return exact;
  for (const { pattern, places, text } of held.templates) {
    const match = pattern.exec(sentence);
    if (match === null) continue;
    const parts = new Map(places.map((place, index) => [place, placed(held, place, match[index + 1] ?? '')]));
    if ([...parts.values()].includes(null)) continue;
    return text.replace(PLACE, (_, place: string) => parts.get(place) ?? '');
  }
  return joined(held, sentence);
}

function placed(held: Spoken, place: string, text: string): string | null {
  switch (kindOf(place)) {
    case 'fact':
      return held.facts.get(text) ?? (/\b(?:is|and)\b/.test(text) ? null : text);
    case 'sentence':
      return tell(held, text);
    default:
      return text;
  }
}

/** Two sentences that the core made one, wherever each of them is known. */
function joined(held: Spoken, sentence: string): string | null {
  for (let at = sentence.indexOf(' and '); at >= 0; at = sentence.indexOf(' and ', at + 1)) {
    const before = tell(held, sentence.slice(0, at));
    const after = before === null ? null : tell(held, sentence.slice(at + ' and '.length));
    if (before !== null && after !== null) return before + held.book.and + after;
  }
  return null;
}
