/** An asset and its precision: the number of decimals of its smallest unit, to which amounts are rounded. */
export interface Asset {
  readonly asset: string;
  readonly precision: number;
}
