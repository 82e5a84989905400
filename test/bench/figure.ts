/** One measured figure. `aim` null where an issue names none; `met` null then. */
export interface Figure {
  readonly suite: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly aim: number | null;
}

/** Whether a figure reaches its aim; null where there is none. Every aim is a lower bound. */
export function isMet({ value, aim }: Figure): boolean | null {
  return aim === null ? null : value >= aim;
}
