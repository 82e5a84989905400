/**
 * The schemas of the core are read by a library that would compile its parsers with `new Function` where it may. The
 * console never may (`script-src 'self'`), and asking would be reported as a violation: so it is told not to ask.
 * Loaded before everything else.
 */
declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };

export {};
