import type { LossStanding } from '@backstop/contracts';
import { formatDecimal, formatDecimalOrNull } from '@backstop/core/num';
import {
  adlWhatIf,
  scoreContext,
  touchedFromDeficit,
  type AdlWhatIf,
  type WaterfallRun,
} from '@backstop/core/waterfall';
import type { LedgerFacts, LossQuestion } from './loss-question.ts';
import { waterfallRun, type LossRules } from './loss-run.ts';

/** Where an account stands among the candidates of a loss, and from where on a loss touches it. Pure. */
export function standingOf(
  rules: LossRules,
  question: LossQuestion,
  facts: LedgerFacts,
  account: string,
): LossStanding {
  const run = waterfallRun(rules, question, facts);
  return {
    account,
    isCandidate: question.candidates.some(({ id }) => id === account),
    adl: adlOf(run, rules, account).map(positionResource),
    deficit: {
      asset: rules.asset.asset,
      touchedFrom: formatDecimalOrNull(touchedFromDeficit(run, rules.asset.asset, account)),
    },
  };
}

/** By position; none where no layer closes anybody, or nothing is open. */
function adlOf(run: WaterfallRun, { settlement }: LossRules, account: string): AdlWhatIf[] {
  const { event, candidates } = run;
  const { openPosition } = event;
  const layer = run.rules.layers.find(({ type }) => type === 'adl');
  if (layer?.type !== 'adl' || openPosition === null) return [];
  return adlWhatIf({ layer, event, openPosition, candidates, context: scoreContext(event, settlement) }, account);
}

function positionResource({ standing, touchedFromSize, outAtLeverage }: AdlWhatIf): LossStanding['adl'][number] {
  const { scope, rank, quintile, lotsBefore, lotsMax } = standing;
  return {
    ...{ scope, rank, quintile, lotsBefore: String(lotsBefore), lotsMax: String(lotsMax) },
    touchedFromSize: formatDecimal(touchedFromSize),
    outAtLeverage: formatDecimalOrNull(outAtLeverage),
  };
}
