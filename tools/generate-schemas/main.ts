import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { schemaFiles } from './schema-files.ts';

/** Writes `rules/schema/` anew from the register: `tsc -b tools && node tools/dist/generate-schemas/main.js`. */
const folder = path.resolve(import.meta.dirname, '../../../rules/schema');
const files = schemaFiles();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [file, text] of files) writeFileSync(path.join(folder, file), text);
process.stdout.write(`rules/schema: ${String(files.size)} files\n`);
