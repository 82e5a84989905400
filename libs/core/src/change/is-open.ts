/** Whether a change of a status, or of a phase, can still be edited. */
export function isOpen(status: string): boolean {
  return status === 'draft' || status === 'submitted' || status === 'rejected';
}
