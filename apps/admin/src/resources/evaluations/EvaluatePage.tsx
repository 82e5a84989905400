export function EvaluatePage() {
  return <p>soon</p>;
}
