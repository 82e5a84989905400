/** One measured figure. `aim` null where an issue names none; `met` null then. */
export interface Figure {
  readonly suite: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim: number | null;
  /** The aim is the most that the value may be, not the least. */
  readonly isMost?: true;
}

/** Whether a figure reaches its aim; null where there is none. */
export function isMet({ value, aim, isMost }: Figure): boolean | null {
  if (aim === null) return null;
  return isMost === true ? value <= aim : value >= aim;
}
