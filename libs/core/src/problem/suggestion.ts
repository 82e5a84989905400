import { nearestName } from './nearest-name.ts';

/** The suggestion of a problem about a name that is not known, ready to spread into it; nothing where no name is near. */
export function suggestion(written: string, known: Iterable<string>): { suggestion?: string } {
  const nearest = nearestName(written, [...known]);
  return nearest === null ? {} : { suggestion: `did you mean \`${nearest}\`?` };
}
