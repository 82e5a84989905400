import { words } from '../judge/leaf-sentence.ts';

/** What is asked about facts that is neither a bound of numbers nor the value of one text. */
export type Question =
  /** Whether a fact that is true or false is true. */
  | { readonly kind: 'is-true'; readonly fact: string }
  /** Whether a set contains a member. */
  | { readonly kind: 'contains'; readonly fact: string; readonly member: string }
  /** Whether a set contains what another fact is: not solved for. */
  | { readonly kind: 'contains-fact'; readonly fact: string; readonly other: string }
  /** Whether two texts are the same: not solved for. */
  | { readonly kind: 'same'; readonly fact: string; readonly other: string };

/** A question with its answer. */
export interface Answered {
  readonly question: Question;
  readonly isYes: boolean;
}

/** What no other question has: a statement's key is made of it, so that no text can be taken for another. */
export function questionKey(question: Question): string[] {
  switch (question.kind) {
    case 'is-true':
      return [question.kind, question.fact];
    case 'contains':
      return [question.kind, question.fact, question.member];
    case 'contains-fact':
    case 'same':
      return [question.kind, question.fact, question.other];
  }
}

/** In words: `tags with retail`, `flag yes`, `asset other than contract`. */
export function answerText({ question, isYes }: Answered): string {
  switch (question.kind) {
    case 'is-true':
      return `${question.fact} ${isYes ? 'yes' : 'no'}`;
    case 'contains':
      return `${question.fact} ${isYes ? 'with' : 'without'} ${question.member}`;
    case 'contains-fact':
      return `${question.fact} ${isYes ? 'with' : 'without'} the ${words(question.other)}`;
    case 'same':
      return `${words(question.fact)} ${isYes ? 'the same as' : 'other than'} ${words(question.other)}`;
  }
}
