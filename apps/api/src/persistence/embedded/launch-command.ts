import { spawnSync, type SpawnOptions } from 'node:child_process';

/** How a program of the server is started: PostgreSQL refuses to run as root, and must not outlive the service. */
export interface LaunchCommand {
  /** Words before the program itself. */
  readonly prefix: readonly string[];
  readonly options: SpawnOptions;
  /** Who must own the files; null = whoever runs this. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

/** `nobody` and its group, by number: the group has different names on different systems. */
const NOBODY = 65_534;

// The server ends with the service even where the service is killed: SIGINT is its fast shutdown.
const ENDS_WITH_PARENT = ['--pdeathsig', 'INT'];

const AS_NOBODY = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

// `nobody` may still pass through folders that only root may enter, such as a home folder with mode 700.
const THROUGH_CLOSED_FOLDERS = [
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  '--securebits=+no_setuid_fixup',
];

/** The best way that this machine offers. */
export function findLaunchCommand(): LaunchCommand {
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : null;
  const ways = isRoot ? [[...AS_NOBODY, ...THROUGH_CLOSED_FOLDERS], AS_NOBODY] : [[]];
  for (const way of process.platform === 'linux' ? ways : []) {
    const prefix = ['setpriv', ...ENDS_WITH_PARENT, ...way, '--'];
    if (canRun(prefix)) return { prefix, options: {}, owner };
  }
  return { prefix: [], options: owner ?? {}, owner };
}

function canRun(prefix: readonly string[]): boolean {
  const [program, ...rest] = [...prefix, 'true'];
  return spawnSync(program, rest, { stdio: 'ignore' }).status === 0;
}
