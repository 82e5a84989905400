/** One seeded file and every boundary rule that it must hit; all its imports stand on existing files. */
export interface BoundaryCase {
  readonly rules: readonly string[];
  readonly path: string;
  readonly imports: readonly string[];
}

/** The rooms of the core in the order of the house, lowest first; the fence must know the same order. */
export const ROOMS = [
  ...[
    'num',
    'problem',
    'canonical',
    'venue',
    'margin',
    'liquidation',
    'waterfall',
    'penalty',
    'rules',
    'policy',
    'access',
    'change',
  ],
  ...['kinds', 'decision', 'evaluation', 'planning', 'monitor', 'simulation', 'twin'],
];

const CORE = 'libs/core/src';
const API = 'apps/api/src';

/** What the seeds import: a small tree in the layout of the repository, in which nothing is wrong. */
export const GROUND: readonly BoundaryCase[] = [
  ...ROOMS.map((room) => ground(`${CORE}/${room}/index.ts`, 'zod')),
  ground(`${CORE}/num/text.ts`, './index.ts'),
  ground(`${CORE}/kinds/margin-tiers/index.ts`, '../../num/index.ts', './schema.ts'),
  ground(`${CORE}/kinds/margin-tiers/schema.ts`, '../../policy/index.ts'),
  ground(`${CORE}/kinds/collateral-haircut/index.ts`, '../../num/index.ts'),
  ground(`${CORE}/evaluation/value.ts`, '../kinds/index.ts', '../kinds/margin-tiers/index.ts'),
  ground(`${CORE}/twin/twin.ts`, 'json-rules-engine', '../rules/index.ts'),
  ground(`${CORE}/num/arbitrary-number.ts`, './index.ts'),
  ground(`${CORE}/num/index.spec.ts`, './index.ts', 'node:fs', 'decimal.js', 'vitest'),
  ground('libs/contracts/src/index.ts', '@backstop/core/num', 'zod'),
  ground(`${API}/main.ts`, './book/book.module.ts', '@nestjs/core'),
  ground(
    `${API}/book/book.module.ts`,
    './book.controller.ts',
    './book.repository.ts',
    './book.entity.ts',
    '@nestjs/typeorm',
  ),
  ground(`${API}/book/book.controller.ts`, './book.service.ts', '@backstop/contracts', '@nestjs/common'),
  ground(
    `${API}/book/book.service.ts`,
    './book.repository.ts',
    '@backstop/core/kinds/margin-tiers',
    '../persistence/column.ts',
  ),
  ground(`${API}/book/book.repository.ts`, './book.entity.ts', '@backstop/core/num', 'typeorm'),
  ground(`${API}/book/book.entity.ts`, 'typeorm', '../persistence/column.ts'),
  ground(`${API}/persistence/column.ts`, 'typeorm'),
  ground(`${API}/policies/twin.service.ts`, '@backstop/core/twin'),
  ground('test/differential/engines.ts', '@backstop/core/twin', 'json-rules-engine'),
  ground('apps/admin/src/main.tsx', 'react', '@backstop/contracts', '@backstop/core/num'),
  ground(
    'test/laws/law.spec.ts',
    '@backstop/core/evaluation',
    '../support/world.ts',
    '../../apps/api/src/book/book.service.ts',
  ),
  ground('test/support/world.ts', 'pg', 'fast-check'),
  ground('tools/fence.ts', '../test/support/world.ts'),
];

/** What is refused: for every rule of the configuration at least one. */
export const BOUNDARY_CASES: readonly BoundaryCase[] = [
  ...everywhere(),
  ...order(),
  ...core(),
  ...workspaces(),
  ...api(),
];

function everywhere(): BoundaryCase[] {
  return [
    seed('no-circular', `${CORE}/num/first.ts`, './second.ts'),
    seed('no-circular', `${CORE}/num/second.ts`, './first.ts'),
    seed('no-orphans', `${CORE}/num/orphan.ts`),
    seed('not-to-spec', `${CORE}/num/reads-spec.ts`, './index.spec.ts'),
    seed('arbitraries-only-in-tests', `${CORE}/num/reads-arbitrary.ts`, './arbitrary-number.ts'),
    seed('not-to-unresolvable', `${API}/book/lost.ts`, './gone.ts'),
    seed('production-without-dev-dependencies', `${API}/book/tested.ts`, 'fast-check'),
    seed('decimal-js-only-in-tests', 'tools/reckon.ts', 'decimal.js'),
  ];
}

/** Each room reaches for the room after it. */
function order(): BoundaryCase[] {
  return ROOMS.slice(0, -1).map((room, at) =>
    seed(`core-order-${room}`, `${CORE}/${room}/upward.ts`, `../${ROOMS[at + 1] ?? ''}/index.ts`),
  );
}

function core(): BoundaryCase[] {
  return [
    seed('core-imports-only-zod', `${CORE}/margin/framework.ts`, 'react'),
    seed('core-imports-only-zod', `${CORE}/margin/disk.ts`, 'node:fs'),
    seed('core-imports-only-zod', `${CORE}/margin/wire.ts`, '@backstop/contracts'),
    both(['core-imports-only-zod', 'json-rules-engine-only-in-twin'], `${CORE}/rules/engine.ts`, 'json-rules-engine'),
    seed('json-rules-engine-only-in-twin', `${API}/book/engine.ts`, 'json-rules-engine'),
    seed('json-rules-engine-only-in-twin', 'apps/admin/src/engine.ts', 'json-rules-engine'),
    seed('json-rules-engine-only-in-twin', 'tools/engine.ts', 'json-rules-engine'),
    seed('twin-only-at-submission', `${API}/evaluation/second-opinion.ts`, '@backstop/core/twin'),
    seed('twin-only-at-submission', 'apps/admin/src/second-opinion.ts', '@backstop/core/twin'),
    seed('twin-only-at-submission', 'libs/contracts/src/second-opinion.ts', '@backstop/core/twin'),
    seed('core-twin-imports-json-rules-engine', `${CORE}/twin/framework.ts`, 'react'),
    seed('core-knows-its-rooms', `${CORE}/attic/index.ts`, 'zod'),
    seed('core-through-index', `${CORE}/margin/side-door.ts`, '../num/text.ts'),
    seed('core-through-index', `${CORE}/evaluation/side-door.ts`, '../kinds/margin-tiers/schema.ts'),
    seed('only-evaluation-names-a-kind', `${CORE}/decision/names-kind.ts`, '../kinds/margin-tiers/index.ts'),
    seed('kinds-never-import-each-other', `${CORE}/kinds/collateral-haircut/neighbor.ts`, '../margin-tiers/index.ts'),
    seed('kinds-never-import-each-other', `${CORE}/kinds/collateral-haircut/register.ts`, '../index.ts'),
    seed('kinds-through-index', `${CORE}/kinds/side-door.ts`, './margin-tiers/schema.ts'),
  ];
}

function workspaces(): BoundaryCase[] {
  return [
    seed('contracts-import-only-core-and-zod', 'libs/contracts/src/framework.ts', 'react'),
    seed('libs-through-exports', 'test/laws/side-door.ts', '../../libs/core/src/num/text.ts'),
    seed('admin-speaks-http', 'apps/admin/src/calls.ts', '../../api/src/book/book.service.ts'),
    seed('admin-runs-in-a-browser', 'apps/admin/src/disk.ts', 'node:fs'),
    seed('api-knows-no-admin', `${API}/book/console.ts`, '../../../admin/src/main.tsx'),
    seed('nobody-imports-test', `${API}/book/tests.ts`, '../../../../test/support/world.ts'),
    seed('nobody-imports-tools', `${API}/book/tools.ts`, '../../../../tools/fence.ts'),
    seed('rules-are-data', `${API}/book/profile.ts`, '../../../../rules/profile/set.json'),
  ];
}

function api(): BoundaryCase[] {
  return [
    seed('controller-delegates', `${API}/book/a.controller.ts`, './book.repository.ts'),
    seed('controller-delegates', `${API}/book/b.controller.ts`, './book.entity.ts'),
    seed('controller-delegates', `${API}/book/c.controller.ts`, 'typeorm'),
    seed('service-knows-no-column', `${API}/book/a.service.ts`, './book.entity.ts'),
    seed('service-knows-no-column', `${API}/book/b.service.ts`, 'typeorm'),
    seed('service-knows-no-column', `${API}/book/c.service.ts`, './book.controller.ts'),
    seed('repository-maps', `${API}/book/a.repository.ts`, './book.service.ts'),
    seed('repository-maps', `${API}/book/b.repository.ts`, '@backstop/contracts'),
    seed('entity-is-a-table', `${API}/book/a.entity.ts`, '@backstop/core/num'),
    seed('modules-are-wiring', `${API}/book/wires.ts`, './book.module.ts'),
  ];
}

/** The text of a seeded file: type imports among them, since a type of a higher room is knowledge of it too. */
export function textOf({ imports }: BoundaryCase): string {
  return imports.map((specifier) => `import type {} from '${specifier}';\n`).join('') + 'export {};\n';
}

function ground(path: string, ...imports: string[]): BoundaryCase {
  return { rules: [], path, imports };
}

function seed(rule: string, path: string, ...imports: string[]): BoundaryCase {
  return { rules: [rule], path, imports };
}

function both(rules: string[], path: string, ...imports: string[]): BoundaryCase {
  return { rules, path, imports };
}
