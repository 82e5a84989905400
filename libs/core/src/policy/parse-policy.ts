import type { Parsed, Problem } from '../problem/index.ts';
import { envelopeSchema } from './envelope-schema.ts';
import { kindNamed, unknownKind } from './kind-named.ts';
import { parseWith } from './parse-with.ts';
import type { PolicyEnvelope } from './policy.ts';
import type { KindRegister, RegisteredKind } from './register.ts';
import { subjectProblems } from './subject-problems.ts';

/**
 * A policy as somebody wrote it → its envelope with the canonical document (defaults filled, decimals canonical, sets
 * sorted), or every problem of envelope, scope and document at once.
 */
export function parsePolicy(input: unknown, register: KindRegister): Parsed<PolicyEnvelope> {
  return parseBy(parseDocument, input, register);
}

/** The same by shape alone: what its kind's checks would say of the document is left to whoever asks them. */
export function shapePolicy(input: unknown, register: KindRegister): Parsed<PolicyEnvelope> {
  return parseBy((kind, document, prefix) => parseWith(kind.schema, document, prefix), input, register);
}

function parseBy(parse: typeof parseDocument, input: unknown, register: KindRegister): Parsed<PolicyEnvelope> {
  const envelope = parseWith(envelopeSchema, input);
  const kind = kindOf(input, register);
  if (kind === null) {
    return { ok: false, problems: envelope.ok ? [unknownKind(envelope.value.kind, register)] : envelope.problems };
  }
  const document = parse(kind, (input as Readonly<Record<string, unknown>>)['document'], '/document');
  const problems = [
    ...(envelope.ok ? subjectProblems(envelope.value.scope, kind.subject, '/scope') : envelope.problems),
    ...(document.ok ? [] : document.problems),
  ];
  if (!envelope.ok || !document.ok || problems.length > 0) return { ok: false, problems: unrepeated(problems) };
  return { ok: true, value: { ...envelope.value, document: document.value } };
}

/** A document by its kind: shape first, then what a shape cannot say. */
export function parseDocument(kind: RegisteredKind, input: unknown, pathPrefix = ''): Parsed<unknown> {
  const shaped = parseWith(kind.schema, input, pathPrefix);
  if (!shaped.ok) return shaped;
  const problems = kind.check(shaped.value as never);
  if (problems.length === 0) return shaped;
  return { ok: false, problems: problems.map((problem) => ({ ...problem, path: pathPrefix + problem.path })) };
}

function kindOf(input: unknown, register: KindRegister): RegisteredKind | null {
  if (typeof input !== 'object' || input === null || !('kind' in input)) return null;
  const { kind } = input;
  return typeof kind === 'string' ? kindNamed(kind, register) : null;
}

/** A missing document is missed by the envelope and by the kind; it is said once. */
function unrepeated(problems: readonly Problem[]): Problem[] {
  const first = new Map(problems.toReversed().map((problem) => [`${problem.code} ${problem.path}`, problem]));
  return problems.filter((problem) => first.get(`${problem.code} ${problem.path}`) === problem);
}
