import type { ReactNode } from 'react';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import type { AnalysisFinding } from '@backstop/contracts';
import type { Tone } from '../../layout/palette.ts';

/** How much a finding asks of its reader; what could not be answered asks more than what is merely worth knowing. */
export type FindingLevel = 'warning' | 'unknown' | 'information';

export const FINDING_LEVELS: readonly FindingLevel[] = ['warning', 'unknown', 'information'];

export function findingLevel({ level, answer }: AnalysisFinding): FindingLevel {
  return answer === 'unknown' ? 'unknown' : level;
}

/** A color and a shape for each; the word is `analysis.<level>`. */
export const levelLook: Readonly<Record<FindingLevel, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  warning: { tone: 'caution', icon: <WarningAmberOutlined fontSize="inherit" /> },
  unknown: { tone: 'unknown', icon: <HelpOutlineOutlined fontSize="inherit" /> },
  information: { tone: 'neutral', icon: <InfoOutlined fontSize="inherit" /> },
};
