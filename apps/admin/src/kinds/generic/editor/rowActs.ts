/** What is done to the rows of a list, each known by its place. */
export interface RowActs {
  readonly onChange: (index: number, row: unknown) => void;
  readonly onRemove: (index: number) => void;
  readonly onMove: (index: number, to: number) => void;
}
