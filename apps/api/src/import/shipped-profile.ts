import { fileURLToPath } from 'node:url';

/** The profile that an empty database starts with, seen from the sources and from the build alike. */
export const SHIPPED_PROFILE = fileURLToPath(new URL('../../../../rules/perp-linear-reference/', import.meta.url));
