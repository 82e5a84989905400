/** The house mark: steps of a ladder over the line that holds. */
export function Mark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="M3 5h5v4.5h5V14h8"
        fill="none"
        stroke="#e8b26a"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M3 20h18" stroke="#9ed3cf" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  );
}
