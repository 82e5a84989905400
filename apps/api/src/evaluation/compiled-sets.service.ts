import { Inject, Injectable } from '@nestjs/common';
import { compileSet, type CompiledSet } from '@backstop/core/evaluation';
import type { PolicySet } from '@backstop/core/policy';
import type { Parsed } from '@backstop/core/problem';
import { ProblemError } from '../http/problem-error.ts';
import { LOG, type Log } from '../log/log.ts';
import { leastRecentlyUsed } from '../persistence/least-recently-used.ts';
import { setText } from './set-text.ts';

/** Sets kept compiled: the one in force, the next, and room for looking back. */
const COMPILED_MAX = 32;

/** For the whole process: sets that say the same are compiled to the same, whichever application asks. */
const compiledByText = leastRecentlyUsed<Parsed<CompiledSet>>(COMPILED_MAX);

/** Compiles each set once, which also checks it anew before it first decides anything. */
@Injectable()
export class CompiledSetsService {
  readonly #log: Log;
  /** The same by the very set, so that what is asked again and again is found without a key being made. */
  readonly #known = new WeakMap<PolicySet, Parsed<CompiledSet>>();

  constructor(@Inject(LOG) log: Log) {
    this.#log = log;
  }

  /** The set ready to decide; refuses one that does not pass its checks. */
  of(set: PolicySet): CompiledSet {
    const compiled = this.#find(set, () => this.#compile(set));
    if (compiled.ok) return compiled.value;
    throw new ProblemError('policy_set_must_be_valid', `the policy set ${set.hash} does not pass its checks`, {
      problems: compiled.problems.slice(0, 100),
    });
  }

  /** A set that is thought of, compiled; or what its checks say against it. */
  tried(set: PolicySet): Parsed<CompiledSet> {
    return this.#find(set, () => compileSet(set));
  }

  #find(set: PolicySet, make: () => Parsed<CompiledSet>): Parsed<CompiledSet> {
    const known = this.#known.get(set);
    if (known !== undefined) return known;
    const compiled = compiledByText(setText(set), make);
    this.#known.set(set, compiled);
    return compiled;
  }

  #compile(set: PolicySet): Parsed<CompiledSet> {
    const compiled = compileSet(set);
    if (compiled.ok) this.#log.info({ hash: set.hash, policies: set.versions.length }, 'policy set compiled');
    else this.#log.error({ hash: set.hash, problems: compiled.problems }, 'policy set refused by its checks');
    return compiled;
  }
}
