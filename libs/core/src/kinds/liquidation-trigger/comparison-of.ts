import type { SemanticComparison, SemanticDifference } from '../../policy/index.ts';
import type { Direction } from './move-direction.ts';

/** A move in words, and as a difference where it is for the better or the worse. */
export interface ToldMove {
  readonly direction: Direction;
  /** `an account with equity 99 stays in \`warning\`, with other actions`. */
  readonly text: string;
  readonly difference: SemanticDifference | null;
}

/** What all moves come to, where none is left out; `marks` names what is not compared and differs. */
export function comparisonOf(moves: readonly ToldMove[], marks: readonly string[]): SemanticComparison {
  const directions = new Set(moves.map(({ direction }) => direction).filter((direction) => direction !== 'alike'));
  const [only] = directions;
  const answer = only === undefined ? 'equivalent' : directions.size > 1 || only === 'other' ? 'incomparable' : only;
  const claim = answer === 'incomparable' ? incomparable(moves) : `${CLAIMS[answer]}${exceptions(moves)}`;
  const sentence = `${COMPARED}, ${claim}.`;
  const differences = differencesOf(moves);
  if (marks.length === 0) return { answer, sentence, reason: null, differences };
  const reason = `${listed(marks)} ${marks.length > 1 || marks[0]?.endsWith('s') ? 'differ' : 'differs'}`;
  const both = `${sentence} Yet ${reason}, as the differences row by row tell.`;
  // That some accounts come off better and others worse is so, whatever marks and holds do to others.
  const isShown = directions.has('stricter') && directions.has('looser');
  return isShown
    ? { answer, sentence: both, reason: null, differences }
    : { answer: 'unknown', sentence: both, reason, differences };
}

/** What is known where the comparison came to no end. */
export function notCompared(reason: string, moves: readonly ToldMove[]): SemanticComparison {
  const sentence = `What it does otherwise is not known${moves.length > 0 ? ' in full' : ''}: ${reason}.`;
  return { answer: 'unknown', sentence, reason, differences: differencesOf(moves) };
}

const COMPARED = 'Where facts are known, marks are believed and nothing is on hold';

const CLAIMS = {
  equivalent: 'every account comes to the same zone with the same actions as before',
  stricter: 'every account that comes to another zone or other actions comes to more severe ones',
  looser: 'every account that comes to another zone or other actions comes to milder ones',
} as const;

function exceptions(moves: readonly ToldMove[]): string {
  const example = exampleOf(moves, 'alike');
  return example === undefined ? '' : `, except for actions that do nothing more or less to it: ${example}`;
}

function incomparable(moves: readonly ToldMove[]): string {
  const has = (direction: Direction) => moves.some((move) => move.direction === direction);
  const parts = [
    has('stricter') ? ['to more severe zones or actions'] : [],
    has('looser') ? ['to milder ones'] : [],
    has('other') ? [`to others of which neither are the more severe: ${exampleOf(moves, 'other') ?? ''}`] : [],
  ].flat();
  return parts.map((part, at) => `${at === 0 ? 'some accounts come' : 'others'} ${part}`).join(', ');
}

function exampleOf(moves: readonly ToldMove[], direction: Direction): string | undefined {
  return moves.find((move) => move.direction === direction)?.text;
}

function differencesOf(moves: readonly ToldMove[]): SemanticDifference[] {
  return moves.flatMap(({ difference }) => difference ?? []);
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
