import type { Guardrail, MoveBound } from '../../change/index.ts';
import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import { parseInstant } from '../../venue/index.ts';
import type { ChangeGuardrailDocument } from './schema.ts';

export function compile(document: ChangeGuardrailDocument): Guardrail {
  return {
    limits: document.limits.map(({ kind, path, rise, fall, intervalMinSeconds }) => {
      return { kind, path, rise: boundOf(rise), fall: boundOf(fall), intervalMinSeconds };
    }),
    envelopes: document.envelopes.map(({ kind, outcome, rise, fall }) => {
      return { kind, outcome, rise: boundOf(rise), fall: boundOf(fall) };
    }),
    requirements: new Map(document.requirements.map(({ effect, ...asked }) => [effect, asked])),
    impacts: document.impacts,
    magnitudeFactor: decimalOf(document.magnitudeFactor),
    freezes: document.freezes.map(({ from, until, effects, reason }) => {
      return { from: parseInstant(from) ?? 0, until: parseInstant(until) ?? 0, effects, reason };
    }),
    approvalAgeMaxSeconds: document.approvalAgeMaxSeconds,
    impactShocks: document.impactShocks.map(decimalOf),
    evidenceAgeMaxSeconds: document.evidenceAgeMaxSeconds,
    emergencyExpirySeconds: document.emergencyExpirySeconds,
    revertWindowSeconds: document.revertWindowSeconds,
  };
}

function boundOf({ relativeMax, absoluteMax }: ChangeGuardrailDocument['limits'][number]['rise']): MoveBound {
  return { relativeMax: decimalOrNull(relativeMax), absoluteMax: decimalOrNull(absoluteMax) };
}
