import { compare, parseDecimal } from '../../num/index.ts';

/** One sentence on how a field moves; `subject` begins it and names the field and its tier. Null = not stated. */
export function changeSentence(subject: string, before: string | null, after: string | null): string {
  if (before === null) return `${subject} is now \`${String(after)}\`; it was not stated.`;
  if (after === null) return `${subject} is no longer stated; it was \`${before}\`.`;
  return `${subject} ${verb(before, after)} from \`${before}\` to \`${after}\`.`;
}

function verb(before: string, after: string): string {
  const left = parseDecimal(before);
  const right = parseDecimal(after);
  if (left === null || right === null) return 'changes';
  return compare(left, right) < 0 ? 'rises' : 'falls';
}
