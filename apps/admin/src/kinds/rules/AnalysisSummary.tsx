import type { ReactNode } from 'react';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import CircularProgress from '@mui/material/CircularProgress';
import { useTranslate } from 'react-admin';
import type { AnalysisResponse } from '@backstop/contracts';
import { Note, NoteList } from '../../fields/Note.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { FINDING_LEVELS, findingLevel, levelLook } from './findingLevel.tsx';
import { FindingNote } from './FindingNote.tsx';
import type { PlacedFinding } from './findingsByPlace.ts';

interface Props {
  readonly analysis: AnalysisResponse | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Findings that are about no single row: they stand here. */
  readonly placed: readonly PlacedFinding[];
}

/** What the analysis of a list of rules came to, above the list: how much was found of what, and what is about all of it. */
export function AnalysisSummary({ analysis, error, onRetry, placed }: Props) {
  const translate = useTranslate();
  if (error !== null && error !== undefined)
    return (
      <Box sx={{ px: 2 }}>
        <Failure error={error} onRetry={onRetry} />
      </Box>
    );
  if (analysis === undefined)
    return (
      <Strip>
        <CircularProgress size={14} aria-hidden /> {translate('analysis.pending')}
      </Strip>
    );
  const { findings, problems, twin } = analysis;
  return (
    <>
      <Strip>
        {translate(findings.length === 0 ? 'analysis.nothing' : 'analysis.found')}
        {FINDING_LEVELS.map((level) => ({
          level,
          count: findings.filter((finding) => findingLevel(finding) === level).length,
        }))
          .filter(({ count }) => count > 0)
          .map(({ level, count }) => (
            <Box component="span" key={level} sx={{ ...counted, color: `tones.${levelLook[level].tone}` }}>
              {levelLook[level].icon} {translate(`analysis.count_${level}`, { smart_count: count })}
            </Box>
          ))}
        {twin === null ? null : <TwinNote twin={twin} hasDisagreement={problems.length > 0} />}
      </Strip>
      {problems.length + placed.length === 0 ? null : (
        <Box sx={{ px: 2, py: 1.25 }}>
          <NoteList label={translate('analysis.findings')}>
            {problems.map(({ code, pointer, detail }) => (
              <li key={`${code} ${pointer}`}>
                <Note
                  tone="danger"
                  icon={<ErrorOutlineOutlined fontSize="inherit" />}
                  label={translate('analysis.problem', { pointer })}
                  sentence={detail}
                />
              </li>
            ))}
            {placed.map(({ finding }) => (
              <li key={JSON.stringify(finding)}>
                <FindingNote finding={finding} />
              </li>
            ))}
          </NoteList>
        </Box>
      )}
    </>
  );
}

interface TwinNoteProps {
  readonly twin: NonNullable<AnalysisResponse['twin']>;
  readonly hasDisagreement: boolean;
}

/** The twin is asked only of rules without mistakes, so that a problem beside it is a disagreement. */
function TwinNote({ twin: { judged, borders }, hasDisagreement }: TwinNoteProps) {
  const translate = useTranslate();
  if (hasDisagreement) return <span>{translate('analysis.twin_disagrees')}</span>;
  const key = judged < borders ? 'analysis.twin_agrees_in_part' : 'analysis.twin_agrees';
  return <span>{translate(key, { judged, borders })}</span>;
}

function Strip({ children }: { children: ReactNode }) {
  return (
    <Box role="status" sx={strip}>
      {children}
    </Box>
  );
}

const strip = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 0.5,
  px: 2,
  py: 1,
  minHeight: 40,
  fontSize: '0.84rem',
  color: 'text.secondary',
  bgcolor: 'raised',
} as const;

const counted = { display: 'inline-flex', alignItems: 'center', gap: 0.5, fontWeight: 600 } as const;
