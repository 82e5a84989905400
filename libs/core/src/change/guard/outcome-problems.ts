import type { Problem } from '../../problem/index.ts';
import { boundProblem } from './bound-problem.ts';
import type { Envelope } from './guardrail.ts';
import type { PolicyMove } from './proposal.ts';

/** What is wrong with what all parameters of one policy come to together, each of them within its own limit or not. */
export function outcomeProblems(envelopes: readonly Envelope[], { policy, kind, outcomes }: PolicyMove): Problem[] {
  return envelopes
    .filter((envelope) => envelope.kind === kind)
    .flatMap((envelope) =>
      outcomes
        .filter(({ outcome }) => outcome === envelope.outcome)
        .flatMap(({ where, before, after }) => {
          if (before === null || after === null) return [notMeasurable(policy, envelope.outcome, where)];
          const problem = boundProblem(envelope, before, after);
          if (problem === null) return [];
          const message = `${envelope.outcome} at ${where}: ${problem.message}`;
          return [{ code: 'change_outcome_must_be_within_envelope', path: `/${policy}`, message }];
        }),
    );
}

function notMeasurable(policy: string, outcome: string, where: string): Problem {
  const message = `${outcome} at ${where}: what it was and what it becomes have no measure in common`;
  return { code: 'change_must_be_measurable', path: `/${policy}`, message };
}
