import { runVerifier } from '../run-verifier.ts';
import { readVerifyTask, USAGE } from './verify-arguments.ts';
import { verifyExport } from './verify-export.ts';

process.exitCode = await runVerifier({ readTask: readVerifyTask, usage: USAGE, verify: verifyExport });
