import type { Problem } from '../../problem/index.ts';
import { bind, checkConditions, checkFacts, factsAskedBy } from '../../rules/index.ts';
import type { Names } from '../../rules/index.ts';
import { CANDIDATE_FACTS, candidateCatalogue, takenNames } from './candidate-catalogue.ts';
import type { Exemption, LossWaterfallDocument } from './schema.ts';

/** Exemptions ask only for what is known of a candidate, each under its own name. */
export function checkExemptions({ layers, facts }: LossWaterfallDocument): Problem[] {
  const names: Names = { facts: candidateCatalogue(facts), conditions: {} };
  const rows = layers.flatMap((layer, at) =>
    'exemptions' in layer ? [{ exemptions: layer.exemptions, path: `/layers/${String(at)}/exemptions` }] : [],
  );
  return [
    ...checkFacts(facts, takenNames(facts)),
    ...rows.flatMap(({ exemptions, path }) =>
      exemptions.flatMap((row, at) => checkOne(row, exemptions.slice(0, at), `${path}/${String(at)}`, names)),
    ),
  ];
}

function checkOne(row: Exemption, earlier: readonly Exemption[], path: string, names: Names): Problem[] {
  if (earlier.some(({ name }) => name === row.name)) {
    return [{ code: 'duplicate_exemption', path, message: `two exemptions are called \`${row.name}\`` }];
  }
  const pointer = `${path}/conditions`;
  const problems = checkConditions(row.conditions, pointer, names);
  return problems.length > 0 ? problems : checkKnown(row, pointer, names);
}

function checkKnown({ conditions }: Exemption, path: string, names: Names): Problem[] {
  const asked = factsAskedBy([bind(conditions, path, names)], names.facts);
  const unknown = asked.find(({ name, origin }) => origin === 'core' && !CANDIDATE_FACTS.has(name));
  if (unknown === undefined) return [];
  const message = `\`${unknown.name}\` is not known of a candidate, so nobody would ever be left out`;
  const known = `one of ${[...CANDIDATE_FACTS].join(', ')}, or a fact that the document declares`;
  return [{ code: 'exemption_never_known', path, message, suggestion: known }];
}
