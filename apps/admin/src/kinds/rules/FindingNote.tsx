import { useTranslate } from 'react-admin';
import type { AnalysisFinding } from '@backstop/contracts';
import { Note } from '../../fields/Note.tsx';
import { Reason } from '../../fields/Reason.tsx';
import { readKey } from '../../text/readKey.ts';
import { findingLevel, levelLook } from './findingLevel.tsx';
import { WitnessView } from './WitnessView.tsx';

interface Props {
  readonly finding: AnalysisFinding;
  /** Whether its sentence is enough, because it is told whole elsewhere. */
  readonly isShort?: boolean;
}

/** A finding of the analysis: how serious, what it is, and the account that shows it or why there is no answer. */
export function FindingNote({ finding, isShort = false }: Props) {
  const translate = useTranslate();
  const level = findingLevel(finding);
  const { tone, icon } = levelLook[level];
  const what = translate(`finding.${finding.code}`, { _: readKey(finding.code) });
  return (
    <Note
      tone={tone}
      icon={icon}
      label={translate('analysis.labelled', { level: translate(`analysis.${level}`), what })}
      sentence={finding.sentence}
    >
      {isShort ? null : <Reason reason={finding.reason} sentence={finding.sentence} />}
      {isShort || finding.witness === null ? null : (
        <WitnessView witness={finding.witness} sentence={finding.sentence} />
      )}
    </Note>
  );
}
