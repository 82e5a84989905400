export { accountSpace } from './analysis/account-space.ts';
export type { AccountSpace } from './analysis/account-space.ts';
export { analyzeRules } from './analysis/analyze-rules.ts';
export { budgetOf } from './analysis/budget.ts';
export type { Budget } from './analysis/budget.ts';
export { encode } from './analysis/encode.ts';
export { encodeList } from './analysis/encoded-list.ts';
export { factsAskedBy } from './analysis/facts-asked-by.ts';
export { findAccount } from './analysis/find-account.ts';
export { factTexts } from './analysis/inquiry.ts';
export { linear } from './analysis/linear.ts';
export { give, numberStatement } from './analysis/number-statement.ts';
export { plainStatement } from './analysis/opaque-statement.ts';
export { aboveZero } from './analysis/region.ts';
export type { AccountWitness, RuleFinding } from './analysis/rule-finding.ts';
export type { RuleList } from './analysis/rule-list.ts';
export { allOf, anyOf } from './analysis/search/gates.ts';
export { addClause, NEVER } from './analysis/search/solver.ts';
export type { Literal } from './analysis/search/solver.ts';
export type { Witness } from './analysis/witness.ts';
export { bind } from './bind.ts';
export type { Names } from './bind.ts';
export type { BoundCondition, BoundLeaf } from './bound-condition.ts';
export { canonicalConditions } from './canonical-conditions.ts';
export { scopeCatalogue } from './catalogue.ts';
export { checkConditions, checkNamedConditions, comparisonCount } from './check-conditions.ts';
export { checkFacts } from './check-facts.ts';
export { compile, compileBound } from './compile.ts';
export { rootConditionSchema } from './condition.ts';
export type { Condition, FactReference, Leaf, LeafValue, RootCondition } from './condition.ts';
export { conditionText } from './condition-text.ts';
export { decide, isUnknownAt, NO_RULE, placeOf } from './decide.ts';
export { determiningLeaves, evaluate } from './evaluate.ts';
export {
  askForFacts,
  checkEventParameters,
  eventParametersSchema,
  resolveEventParameters,
} from './event-parameters.ts';
export { factDeclarationSchema, factName, isRatio, LIST_MAX, NAME_PATTERN, ruleName } from './fact.ts';
export type { CatalogueFact, FactCatalogue, FactDeclaration, FactType } from './fact.ts';
export { leafSentence, words } from './leaf-sentence.ts';
export { operatorForm, operatorOf } from './operator-form.ts';
export type { Operator } from './operators.ts';
export type { ListedRule, Program, Row } from './program.ts';
export { gather } from './row.ts';
export type { ScopeFacts } from './scope-facts.ts';
export type { LeafTrace } from './trace.ts';
export { trace } from './trace-program.ts';
export type { ListTrace, RuleTrace } from './trace-program.ts';
export { unknownFactsOf } from './unknown-facts.ts';
export { venueRecord } from './venue-record.ts';
export { FALSE, resultOf, TRUE, UNKNOWN } from './verdict.ts';
export type { Verdict } from './verdict.ts';
