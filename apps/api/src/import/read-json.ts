import { readFile } from 'node:fs/promises';
import type { FileProblem, Planned } from './import-plan.ts';

/** A file of JSON, or why it is none; `file` is what the problem calls it. */
export async function readJson(path: string, file: string): Promise<Planned<unknown>> {
  const text = await readText(path, file);
  return text.ok ? parseJson(text.value, file) : text;
}

export async function readText(path: string, file: string): Promise<Planned<string>> {
  try {
    return { ok: true, value: await readFile(path, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const message = code === 'ENOENT' ? 'there is no such file' : (error as Error).message;
    return refused({ code: 'file_not_readable', path: '', message, file });
  }
}

export function parseJson(text: string, file: string): Planned<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return refused({ code: 'file_not_json', path: '', message: (error as Error).message, file });
  }
}

function refused(problem: FileProblem): Planned<never> {
  return { ok: false, problems: [problem] };
}
