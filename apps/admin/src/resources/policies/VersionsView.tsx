export function VersionsView({ policy }: { policy: { id: string } }) {
  return <p>{policy.id}</p>;
}
