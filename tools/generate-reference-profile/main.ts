import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shippedProfiles } from './shipped-profiles.ts';

/** Writes the shipped profiles anew from their origins: `tsc -b tools && node tools/dist/generate-reference-profile/main.js`. */
const rules = path.resolve(import.meta.dirname, '../../../rules');
const profiles = shippedProfiles((file) => readFileSync(path.join(rules, file), 'utf8'));
for (const [folder, files] of profiles) {
  for (const kind of ['margin-tiers', 'contract-specification', 'collateral-haircut']) {
    rmSync(path.join(rules, folder, kind), { recursive: true, force: true });
  }
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(rules, folder, file)), { recursive: true });
    writeFileSync(path.join(rules, folder, file), text);
  }
  process.stdout.write(`rules/${folder}: ${String(files.size)} files\n`);
}
