/** Which changes a list is asked for, and which page of them. */
export interface ChangeFilter {
  /** Phases separated by commas. */
  readonly phase?: string | undefined;
  readonly policy?: string | undefined;
  readonly contributor?: string | undefined;
  readonly waiting?: 'true' | 'false' | undefined;
  readonly q?: string | undefined;
  readonly sort: 'createdAt' | 'updatedAt' | 'effectiveFrom' | 'status';
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/** Another change of the same policy. */
export interface OtherChange {
  readonly change: string;
  readonly policy: string;
  readonly phase: string;
}
