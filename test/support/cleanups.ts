import { afterEach } from 'vitest';
import { temporaryFolder } from './service-process.ts';

/** What a test leaves behind, taken away after it, the latest first. */
export interface Cleanups {
  readonly add: (clean: () => Promise<void>) => void;
  /** A folder of the test's own. */
  readonly folder: () => Promise<string>;
}

/** Registers with the spec file that calls it. */
export function cleanups(): Cleanups {
  const registered: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const clean of registered.splice(0).reverse()) await clean();
  });
  const add = (clean: () => Promise<void>): void => {
    registered.push(clean);
  };
  return {
    add,
    folder: async () => {
      const { path, remove } = await temporaryFolder();
      add(remove);
      return path;
    },
  };
}
