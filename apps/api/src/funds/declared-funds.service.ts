import { Injectable } from '@nestjs/common';
import type { Compartment } from '@backstop/core/waterfall';
import type { Instant } from '@backstop/core/venue';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import type { StoredFund } from './stored-fund.ts';

/** A compartment as a policy in force declares it. */
export interface DeclaredFund {
  readonly rules: Compartment;
  readonly policy: { readonly policy: string; readonly version: number };
  /** Decimals of its asset. */
  readonly precision: number;
}

/** What policies in force say about compartments; the ledger says what is in them. */
@Injectable()
export class DeclaredFundsService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;

  constructor(sets: PolicySetsService, compiled: CompiledSetsService) {
    this.#sets = sets;
    this.#compiled = compiled;
  }

  /** By name; of two policies with one name, for accounts with other tags, the first by id. */
  async at(at: Instant): Promise<ReadonlyMap<string, DeclaredFund>> {
    const { set } = await this.#sets.inForce(at, null);
    const { specification, funds } = this.#compiled.of(set);
    const declared = new Map<string, DeclaredFund>();
    for (const { reference: policy, compiled } of funds) {
      for (const rules of compiled.compartments) {
        const precision = specification.compiled.assets.get(rules.asset)?.precision;
        if (precision === undefined || declared.has(rules.name)) continue;
        declared.set(rules.name, { rules, policy, precision });
      }
    }
    return declared;
  }

  /** The compartment with a name; refused where no policy in force declares it. */
  async find(id: string, at: Instant): Promise<DeclaredFund> {
    const found = (await this.at(at)).get(id);
    if (found !== undefined) return found;
    throw new ProblemError('fund_not_found', `no policy in force declares a compartment ${id.slice(0, 200)}`);
  }
}

/** Refuses a ledger that holds another asset, or other units of it, than what is declared under its name. */
export function checkSameFund(
  stored: StoredFund,
  { rules, precision }: Pick<DeclaredFund, 'rules' | 'precision'>,
): void {
  if (stored.asset === rules.asset && stored.precision === precision) return;
  throw new ProblemError(
    'fund_must_be_as_declared',
    `the ledger of ${stored.id} holds ${stored.asset} in ${String(stored.precision)} decimals, and the policy declares ${rules.asset} in ${String(precision)}`,
  );
}
