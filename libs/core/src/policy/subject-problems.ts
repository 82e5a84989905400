import type { Problem } from '../problem/index.ts';
import type { Subject } from './kind.ts';
import type { Scope } from './scope.ts';

/** Whether a scope names what its kind speaks about: contracts or groups, assets, or only everything. */
export function subjectProblems(scope: Scope, subject: Subject, pathPrefix = ''): Problem[] {
  const [expected, isRight] = expectation(scope, subject);
  if (isRight) return [];
  return [
    {
      code: 'scope_not_for_kind',
      path: pathPrefix,
      message: `a policy of this kind speaks about ${expected}`,
      suggestion: subject === 'asset' ? '{ "assets": "*" }' : '{ "contracts": "*" }',
    },
  ];
}

function expectation(scope: Scope, subject: Subject): [string, boolean] {
  if (subject === 'contract') return ['contracts or groups', scope.assets === undefined];
  if (subject === 'asset') return ['assets', scope.assets !== undefined];
  return ['everything: its scope names no single contract, group or asset', scope.contracts === '*'];
}
