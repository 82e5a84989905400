import { kinds } from '../../kinds/index.ts';
import { kindNamed, patternsMeet } from '../../policy/index.ts';
import type { KindRegister, RegisteredKind } from '../../policy/index.ts';
import { suggestion } from '../../problem/index.ts';
import type { Problem } from '../../problem/index.ts';
import type { SetPolicies } from '../set-policies.ts';

/** A limit or an envelope that bounds nothing would let everything through that its author meant to stop. */
export function guardrailsBind({ guardrails }: SetPolicies): Problem[] {
  return guardrails.flatMap(({ reference, compiled: { limits, envelopes } }) => {
    const document = `/${reference.policy}/document`;
    return [
      ...limits.flatMap(({ kind, path }, at) =>
        bindProblems(kind, `${document}/limits/${String(at)}`, (named) => pathProblems(named, path)),
      ),
      ...envelopes.flatMap(({ kind, outcome }, at) =>
        bindProblems(kind, `${document}/envelopes/${String(at)}`, (named) => outcomeProblems(named, outcome)),
      ),
    ];
  });
}

/** What is wrong with a row of a guardrail; `path` below the row. */
function bindProblems(id: string, row: string, problemsOf: (kind: RegisteredKind) => readonly Problem[]): Problem[] {
  const register: KindRegister = kinds;
  const kind = kindNamed(id, register);
  const problems = kind === null ? [unknownKind(id, register)] : problemsOf(kind);
  return problems.map((problem) => ({ ...problem, path: row + problem.path }));
}

function unknownKind(id: string, register: KindRegister): Problem {
  return {
    code: 'guardrail_kind_unknown',
    path: '/kind',
    message: `there is no policy kind \`${id}\`, so nothing is bounded`,
    ...suggestion(id, Object.keys(register)),
  };
}

function pathProblems({ id, parameters }: RegisteredKind, path: string): Problem[] {
  if (parameters.some((parameter) => patternsMeet(path, parameter))) return [];
  return [
    {
      code: 'guardrail_path_matches_nothing',
      path: '/path',
      message: `no difference of \`${id}\` stands at \`${path}\`, so nothing is bounded`,
      ...suggestion(path, parameters),
    },
  ];
}

function outcomeProblems({ id, outcomeNames = [] }: RegisteredKind, outcome: string): Problem[] {
  if (outcomeNames.includes(outcome)) return [];
  return [
    {
      code: 'guardrail_outcome_unknown',
      path: '/outcome',
      message: `\`${id}\` measures no outcome \`${outcome}\`, so nothing is bounded`,
      ...suggestion(outcome, outcomeNames),
    },
  ];
}
