/** Says which rows of how many an answer holds, in the words that react-admin reads: `policies 0-24/352`. */
export function pageHeaders(
  unit: string,
  { offset, count, total }: { readonly offset: number; readonly count: number; readonly total: number },
): Readonly<Record<string, string>> {
  const range = count === 0 ? '*' : `${String(offset)}-${String(offset + count - 1)}`;
  return { 'content-range': `${unit} ${range}/${String(total)}`, 'accept-ranges': unit };
}
