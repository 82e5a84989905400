export { accountSpace } from './analysis/space/account-space.ts';
export type { AccountSpace } from './analysis/space/account-space.ts';
export { analyzeRules } from './analysis/analyze-rules.ts';
export { budgetOf } from './analysis/budget.ts';
export type { Budget } from './analysis/budget.ts';
export { encode } from './analysis/space/encode.ts';
export { encodeList } from './analysis/space/encoded-list.ts';
export { factsAskedBy } from './analysis/facts-asked-by.ts';
export { findAccount } from './analysis/find-account.ts';
export { factTexts } from './analysis/findings/inquiry.ts';
export { linear } from './analysis/numbers/linear.ts';
export { give, numberStatement } from './analysis/space/number-statement.ts';
export { plainStatement } from './analysis/space/opaque-statement.ts';
export { aboveZero } from './analysis/space/region.ts';
export type { AccountWitness, RuleFinding } from './analysis/findings/rule-finding.ts';
export type { RuleList } from './analysis/findings/rule-list.ts';
export { allOf, anyOf } from './analysis/search/gates.ts';
export { addClause, NEVER } from './analysis/search/solver.ts';
export type { Literal } from './analysis/search/solver.ts';
export type { Witness } from './analysis/witness.ts';
export { canonicalCaseFacts, caseFactsSchema } from './cases/case-facts.ts';
export type { CaseFacts } from './cases/case-facts.ts';
export { caseScope } from './cases/case-scope.ts';
export { bind } from './judge/bind.ts';
export type { Names } from './judge/bind.ts';
export type { BoundCondition, BoundLeaf } from './judge/bound-condition.ts';
export { canonicalConditions } from './language/canonical-conditions.ts';
export { scopeCatalogue } from './language/catalogue.ts';
export { checkCaseFacts } from './check/check-case-facts.ts';
export { checkConditions, checkNamedConditions, comparisonCount } from './check/check-conditions.ts';
export { checkFacts } from './check/check-facts.ts';
export { compile, compileBound } from './program/compile.ts';
export { rootConditionSchema } from './language/condition.ts';
export type { Condition, FactReference, Leaf, LeafValue, RootCondition } from './language/condition.ts';
export { conditionText } from './judge/condition-text.ts';
export { decide, isUnknownAt, NO_RULE, placeOf } from './program/decide.ts';
export { determiningLeaves, evaluate } from './judge/evaluate.ts';
export {
  askForFacts,
  checkEventParameters,
  eventParametersSchema,
  resolveEventParameters,
} from './language/event-parameters.ts';
export {
  factDeclarationSchema,
  factName,
  isNumeric,
  isRatio,
  LIST_MAX,
  NAME_PATTERN,
  ruleName,
} from './language/fact.ts';
export type { CatalogueFact, FactCatalogue, FactDeclaration, FactType } from './language/fact.ts';
export { factOf } from './language/fact-of.ts';
export { leafSentence, words } from './judge/leaf-sentence.ts';
export { operatorForm, operatorOf } from './language/operator-form.ts';
export { OPERATORS_OF_TYPE } from './language/operators.ts';
export type { Operator } from './language/operators.ts';
export type { ListedRule, Program, Row } from './program/program.ts';
export { gather } from './program/row.ts';
export type { ScopeFacts } from './judge/scope-facts.ts';
export type { LeafTrace } from './program/trace.ts';
export { trace } from './program/trace-program.ts';
export type { ListTrace, RuleTrace } from './program/trace-program.ts';
export { unknownFactsOf } from './judge/unknown-facts.ts';
export { venueRecord } from './judge/venue-record.ts';
export { FALSE, resultOf, TRUE, UNKNOWN } from './judge/verdict.ts';
export type { Verdict } from './judge/verdict.ts';
