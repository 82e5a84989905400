import { runVerifier } from '../run-verifier.ts';
import { readVerifyTask, USAGE } from './verify-arguments.ts';
import { verifyFile } from './verify-file.ts';

process.exitCode = await runVerifier({ readTask: readVerifyTask, usage: USAGE, verify: verifyFile });
