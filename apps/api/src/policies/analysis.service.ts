import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { kinds } from '@backstop/core/kinds';
import { illFormedTexts, kindNamed, unknownKind, type RegisteredKind } from '@backstop/core/policy';
import type { TwinReport } from '@backstop/core/twin';
import type { Parsed } from '@backstop/core/problem';
import { analysisRequest, problemsOf, type AnalysisResponse } from '@backstop/contracts';
import { mistakeOf } from '../http/mistake-of.ts';
import { PROBLEMS_MAX, refused } from '../http/refused.ts';
import { analysisResource } from './analysis-resource.ts';
import { analysedApart } from './analysis-thread.ts';

/** What is known about a document before anybody approves it; nothing is stored. */
@Injectable()
export class AnalysisService {
  async analyze(body: unknown): Promise<AnalysisResponse> {
    const request = analysisRequest.safeParse(body);
    if (!request.success) throw refused(problemsOf(request.error, analysisRequest, body));
    const { kind: id, document, before } = request.data;
    const kind = kindOf(id);
    const parsed = parsedDocument(kind, document, '/document');
    const known = before === null ? null : parsedDocument(kind, before, '/before');
    const problems = [parsed, known].flatMap((one) => (one === null || one.ok ? [] : one.problems));
    if (!parsed.ok || known?.ok === false) throw refused(problems);
    return analyzed(kind, parsed.value, known?.value ?? null);
  }
}

function parsedDocument({ schema }: RegisteredKind, document: unknown, pointer: string): Parsed<unknown> {
  const parsed = schema.safeParse(document);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, schema, document, pointer) };
  const problems = illFormedTexts(parsed.data, pointer);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

/** What takes its time is done in another thread; what is left takes milliseconds, and others come in between. */
async function analyzed(kind: RegisteredKind, parsed: unknown, known: unknown): Promise<AnalysisResponse> {
  // Its own schema has given both.
  const [document, before] = [parsed as never, known as never];
  const checked = kind.check(document).slice(0, PROBLEMS_MAX);
  await setImmediate();
  const differences = known === null ? [] : kind.diff(before, document);
  const { analysis, twin } = await analysedApart(kind, { document, before, hasTwin: checked.length === 0 });
  return {
    kind: kind.id,
    document,
    problems: [...checked, ...(twin?.problems ?? [])].map(mistakeOf),
    ...analysisResource(analysis ?? { findings: [], comparison: null }),
    differences,
    twin: twin === null ? null : coverageOf(twin),
  };
}

function coverageOf({ judged, borders, leaves, leavesSeenBothWays }: TwinReport): AnalysisResponse['twin'] {
  return { judged, borders, leaves, leavesSeenBothWays };
}

function kindOf(id: string): RegisteredKind {
  const kind = kindNamed(id, kinds);
  if (kind === null) throw refused([unknownKind(id, kinds)]);
  return kind;
}
