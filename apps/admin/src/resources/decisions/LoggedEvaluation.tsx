import type { DecisionResponse, LoggedDecision } from '@backstop/contracts';
import { parsedJson } from '../../text/parsedJson.ts';
import { DecisionView } from '../evaluations/decision/DecisionView.tsx';

interface Props {
  readonly entry: LoggedDecision;
  /** The same decision with its trace, once it was decided again. */
  readonly explained: string | null;
}

/** An evaluation as it was answered, with the rules that were asked as soon as they are known. */
export function LoggedEvaluation({ entry, explained }: Props) {
  const decision = parsedJson(explained ?? entry.decision) as DecisionResponse;
  return <DecisionView decision={decision} request={JSON.stringify(entry.input)} isOutdated={false} isLogged />;
}
