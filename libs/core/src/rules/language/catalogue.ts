import { factName } from './fact.ts';
import type { CatalogueFact, FactCatalogue, FactDeclaration, FactField } from './fact.ts';

const SCOPE_FACTS: readonly CatalogueFact[] = [
  amount('equity', null, 'Collateral after haircut plus unrealized pnl and pending funding.'),
  amount(
    'accountValue',
    null,
    'Collateral without haircut plus unrealized pnl and pending funding, at realizable price.',
  ),
  amount('initialMargin', '0', 'Margin that positions and open orders need to be opened.'),
  amount('maintenanceMargin', '0', 'Margin below which the scope is liquidatable.'),
  amount('notional', '0', 'Notionals of all positions, added up.'),
  amount('unrealizedPnl', null, 'Profit of all open positions at the mark price; a loss is negative.'),
  amount('withdrawable', '0', 'What may be taken out without touching the initial margin.'),
  ratio('marginRatio', 'equity', 'maintenanceMargin', 'Equity over maintenance margin; 1 is the edge, lower is worse.'),
  ratio('initialMarginRatio', 'equity', 'initialMargin', 'Equity over initial margin.'),
  ratio('accountValueToInitialMargin', 'accountValue', 'initialMargin', 'Account value over initial margin.'),
  ratio(
    'leverage',
    'notional',
    'accountValue',
    'Notional over account value; absent where account value is not above zero.',
  ),
  fact({ name: 'positionCount', type: 'integer', unit: 'count', minimum: '0', meaning: 'Number of open positions.' }),
  fact({
    name: 'scope',
    type: 'text',
    values: ['cross', 'isolated'],
    meaning: 'Whether a pool or one position is judged.',
  }),
  fact({ name: 'asset', type: 'text', meaning: 'Asset that the amounts of the scope are in.' }),
  fact({ name: 'contract', type: 'text', meaning: 'Contract of an isolated position; absent for a cross pool.' }),
  fact({ name: 'tags', type: 'set', meaning: 'Tags of the account.' }),
];

/** The facts that conditions about a scope may name: the core's own, then those that a venue declares. */
export function scopeCatalogue(declared: readonly FactDeclaration[]): FactCatalogue {
  const catalogue = new Map<string, CatalogueFact>();
  for (const own of SCOPE_FACTS) catalogue.set(own.name, own);
  for (const declaration of declared) {
    // A taken name is a problem of the document; until it is mended the first meaning stands.
    if (catalogue.has(declaration.name)) continue;
    catalogue.set(declaration.name, { ...declaration, origin: 'venue', within: null });
    for (const field of declaration.fields ?? []) {
      const part = partOf(declaration, field);
      if (!catalogue.has(part.name)) catalogue.set(part.name, part);
    }
  }
  return catalogue;
}

/** A part of a structured fact as a fact of its own; it is as old as the whole. */
function partOf(declaration: FactDeclaration, { path, ...field }: FactField): CatalogueFact {
  const name = factName({ fact: declaration.name, path });
  const within = { fact: declaration.name, path };
  return { ...declaration, ...field, name, fields: null, origin: 'venue', within };
}

function fact(given: Pick<CatalogueFact, 'name' | 'type' | 'meaning'> & Partial<CatalogueFact>): CatalogueFact {
  return {
    unit: 'none',
    minimum: null,
    maximum: null,
    values: null,
    numerator: null,
    denominator: null,
    fields: null,
    ageMaxSeconds: null,
    within: null,
    source: 'computed from the account and the market',
    ...given,
    origin: 'core',
  };
}

function amount(name: string, minimum: string | null, meaning: string): CatalogueFact {
  return fact({ name, type: 'decimal', unit: 'quote', minimum, meaning });
}

function ratio(name: string, numerator: string, denominator: string, meaning: string): CatalogueFact {
  return fact({ name, type: 'decimal', unit: 'ratio', numerator, denominator, meaning });
}
