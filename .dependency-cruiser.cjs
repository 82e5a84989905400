/** Rooms of the core, lowest first: a room imports only rooms before it, through their index.ts. */
const ROOMS = [
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

/** Specs, and what they draw from. */
const ARBITRARY = '^libs/[^/]+/src/.*/(arbitrary|sample)-[a-z-]+\\.ts$';
const SPEC = `\\.spec\\.tsx?$|${ARBITRARY}`;
const CORE = '^libs/core/src/';
const CONTRACTS = '^libs/contracts/src/';
const ADMIN = '^apps/admin/';
const API = '^apps/api/src/';
const DATABASE = 'node_modules/(typeorm|pg|@nestjs/typeorm)/';

/** One rule: what it is called, why it stands, from where, to where. */
function forbid(name, comment, from, to) {
  return { name, severity: 'error', comment, from, to };
}

function roomOrder() {
  return ROOMS.slice(0, -1).map((room, at) =>
    forbid(
      `core-order-${room}`,
      `${room} lies below: it never imports the rooms after it.`,
      { path: `${CORE}${room}/` },
      { path: `${CORE}(${ROOMS.slice(at + 1).join('|')})/` },
    ),
  );
}

const core = [
  forbid(
    'core-imports-only-zod',
    'The core imports no framework, no disk, no network: only zod outside itself.',
    { path: CORE, pathNot: [SPEC, `${CORE}twin/`] },
    { pathNot: [CORE, 'node_modules/zod/'] },
  ),
  forbid(
    'core-twin-imports-json-rules-engine',
    'The twin sets json-rules-engine beside the compiled program, and needs nothing else.',
    { path: `${CORE}twin/`, pathNot: SPEC },
    { pathNot: [CORE, 'node_modules/(zod|json-rules-engine)/'] },
  ),
  forbid(
    'json-rules-engine-only-in-twin',
    'json-rules-engine is the second opinion, never the deciding path.',
    { pathNot: [`${CORE}twin/`, '^test/'] },
    { path: 'node_modules/json-rules-engine/' },
  ),
  forbid(
    'twin-only-at-submission',
    'The second opinion is asked where rules are submitted: never where accounts are judged, never in the console.',
    { path: '^(apps|libs/contracts)/', pathNot: `${API}(policies|changes|import)/` },
    { path: `${CORE}twin/` },
  ),
  forbid(
    'core-knows-its-rooms',
    'A room has its place in the order: add it to ROOMS.',
    { path: CORE, pathNot: `${CORE}(${ROOMS.join('|')})/` },
    {},
  ),
  ...roomOrder(),
  forbid(
    'core-through-index',
    'A room is entered through its index.ts.',
    { path: `${CORE}([^/]+)/` },
    { path: `${CORE}[^/]+/`, pathNot: [`${CORE}$1/`, `${CORE}[^/]+/index\\.ts$`, `${CORE}kinds/[^/]+/index\\.ts$`] },
  ),
  forbid(
    'only-evaluation-names-a-kind',
    'There is no switch on kind outside the register; evaluation names only the kinds that it values with.',
    { path: CORE, pathNot: [`${CORE}(kinds|evaluation)/`, SPEC] },
    { path: `${CORE}kinds/[^/]+/` },
  ),
  forbid(
    'kinds-never-import-each-other',
    'One policy kind is one folder; a kind knows neither another kind nor the register.',
    { path: `${CORE}kinds/([^/]+)/` },
    { path: `${CORE}kinds/`, pathNot: `${CORE}kinds/$1/` },
  ),
  forbid(
    'kinds-through-index',
    'The register enters a kind through its index.ts.',
    { path: `${CORE}kinds/[^/]+\\.ts$`, pathNot: SPEC },
    { path: `${CORE}kinds/[^/]+/`, pathNot: `${CORE}kinds/[^/]+/index\\.ts$` },
  ),
];

const workspaces = [
  forbid(
    'contracts-import-only-core-and-zod',
    'The wire is shared by server and console, so it stands on neither.',
    { path: CONTRACTS, pathNot: SPEC },
    { pathNot: [CONTRACTS, CORE, 'node_modules/zod/'] },
  ),
  forbid(
    'libs-through-exports',
    'A library is entered by its package name.',
    { path: '^(apps|test|tools)/' },
    {
      path: '^libs/',
      dependencyTypes: ['local'],
      dependencyTypesNot: ['aliased', 'aliased-workspace', 'npm'],
    },
  ),
  forbid(
    'admin-speaks-http',
    'The console speaks HTTP: never an import of the API.',
    { path: ADMIN },
    { path: '^apps/api/' },
  ),
  forbid(
    'admin-runs-in-a-browser',
    'The console has no Node modules.',
    { path: `${ADMIN}src/`, pathNot: SPEC },
    {
      dependencyTypes: ['core'],
    },
  ),
  forbid('api-knows-no-admin', 'The API serves the built console as files.', { path: '^apps/api/' }, { path: ADMIN }),
  forbid(
    'nobody-imports-test',
    'test/ may import anything; nobody imports it.',
    { pathNot: '^(test|tools)/' },
    { path: '^test/' },
  ),
  forbid(
    'nobody-imports-tools',
    'tools/ may import anything; nobody imports it.',
    { pathNot: '^(test|tools)/' },
    { path: '^tools/' },
  ),
  forbid('rules-are-data', 'rules/ is read as data, imported by nobody.', {}, { path: '^rules/' }),
];

const api = [
  forbid(
    'controller-delegates',
    'A controller parses, checks the permission and delegates to a service.',
    { path: `${API}.*\\.controller\\.ts$` },
    { path: ['\\.(repository|entity|module)\\.ts$', DATABASE, 'node_modules/@nestjs/typeorm/'] },
  ),
  forbid(
    'service-knows-no-column',
    'A service opens the unit of work, calls the core and the repository; columns and SQL are the repository’s.',
    { path: `${API}.*\\.service\\.ts$` },
    { path: ['\\.(entity|controller|module)\\.ts$', DATABASE] },
  ),
  forbid(
    'repository-maps',
    'A repository maps entity to core type and knows neither who asks nor the wire.',
    { path: `${API}.*\\.repository\\.ts$` },
    { path: ['\\.(controller|service|module)\\.ts$', CONTRACTS] },
  ),
  forbid(
    'entity-is-a-table',
    'An entity imports typeorm, other entities and the column types, nothing else.',
    { path: `${API}.*\\.entity\\.ts$` },
    { pathNot: ['\\.entity\\.ts$', `${API}persistence/`, 'node_modules/typeorm/'] },
  ),
  forbid(
    'modules-are-wiring',
    'Only wiring imports wiring.',
    { path: API, pathNot: ['\\.module\\.ts$', `${API}main\\.ts$`, `${API}[^/]+/main\\.ts$`, SPEC] },
    { path: `${API}.*\\.module\\.ts$` },
  ),
];

const everywhere = [
  forbid('no-circular', 'A cycle has no lowest room.', {}, { circular: true }),
  forbid('not-to-unresolvable', 'What is imported exists.', {}, { couldNotResolve: true }),
  forbid('not-to-spec', 'A test is imported by nobody.', {}, { path: '\\.spec\\.tsx?$' }),
  forbid('arbitraries-only-in-tests', 'What tests draw from is for tests.', { pathNot: SPEC }, { path: ARBITRARY }),
  forbid(
    'no-orphans',
    'A file that imports nothing and that nobody imports is dead.',
    { orphan: true, pathNot: [SPEC, '\\.d\\.ts$', '\\.config\\.[jt]s$', '(^|/)main\\.tsx?$'] },
    {},
  ),
  forbid(
    'production-without-dev-dependencies',
    'What is shipped stands on dependencies, never on devDependencies.',
    { path: '^(apps|libs)/[^/]+/src/', pathNot: SPEC },
    // The core depends on json-rules-engine; the workspace lists it once more, for what stands in test/.
    { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(@types|json-rules-engine)/' },
  ),
  forbid(
    'decimal-js-only-in-tests',
    'decimal.js is what our decimals are proven against, never what they are made of.',
    { pathNot: ['^test/', SPEC] },
    { path: 'node_modules/decimal\\.js/' },
  ),
];

module.exports = {
  forbidden: [...everywhere, ...core, ...workspaces, ...api],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((apps|libs)/[^/]+|test|tools)/dist/' },
    // Type imports are imports: a room that names a type of a higher room knows it.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@backstop/source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
