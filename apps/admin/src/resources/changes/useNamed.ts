import { useDirectory } from '../../providers/directory.ts';

/** Gives sentences of the service the names of people in place of their ids. */
export function useNamed(): (sentence: string) => string {
  const { data: people = [] } = useDirectory();
  return (sentence) => people.reduce((text, { id, name }) => text.replaceAll(`\`${id}\``, name), sentence);
}
