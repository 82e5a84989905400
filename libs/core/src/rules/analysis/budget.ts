/** How many steps may still be taken before questions are given up as too large, and how many there were. */
export interface Budget {
  left: number;
  readonly whole: number;
}

export function budgetOf(steps: number): Budget {
  return { left: steps, whole: steps };
}
