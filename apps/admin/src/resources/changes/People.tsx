import { PersonName } from '../../fields/PersonName.tsx';

/** Several people by name. */
export function People({ ids }: { ids: readonly string[] }) {
  return (
    <>
      {ids.map((id, index) => (
        <span key={id}>
          {index === 0 ? null : ', '}
          <PersonName id={id} />
        </span>
      ))}
    </>
  );
}
