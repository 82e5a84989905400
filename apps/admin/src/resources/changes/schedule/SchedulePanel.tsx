import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { InstantField } from '../../../fields/InstantField.tsx';
import { PersonName } from '../../../fields/PersonName.tsx';
import { Sentence } from '../../../fields/Sentence.tsx';
import { visuallyHidden } from '../../../layout/Loading.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { readDuration } from '../../../text/readDuration.ts';
import { StartText } from '../StartText.tsx';
import { TimeLeft } from '../TimeLeft.tsx';
import { useNow } from '../useNow.ts';
import { stepsOf, type Step } from './stepsOf.ts';

/** What has happened to a change and when, what it waits for, and when it takes effect. */
export function SchedulePanel({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const now = useNow();
  return (
    <Panel title={translate('schedule.title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {stepsOf(change, now).map((step) => (
          <Box component="li" key={step.name} sx={row} {...(step.when === 'present' ? { 'aria-current': 'step' } : {})}>
            <Box aria-hidden sx={{ ...dot, ...DOTS[step.when] }} />
            <Box sx={{ minWidth: 0, pb: 1.25 }}>
              <Box sx={{ fontWeight: step.when === 'present' ? 650 : 500 }}>
                {translate(`schedule.${step.name}`)}
                <Box component="span" sx={visuallyHidden}>
                  {`, ${translate(`schedule.${step.when}`)}`}
                </Box>
              </Box>
              <Box sx={soft}>
                <StepText step={step} change={change} now={now} />
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}

interface StepProps {
  readonly step: Step;
  readonly change: ChangeResource;
  readonly now: number;
}

function StepText({ step, change, now }: StepProps) {
  const translate = useTranslate();
  switch (step.name) {
    case 'to_submit':
      return null;
    case 'in_review':
      return <Deadline change={change} now={now} />;
    case 'notice':
      return <>{translate('schedule.notice_value', { time: readDuration(noticeOf(change)) })}</>;
    case 'effective':
      return <Beginning change={change} now={now} />;
    case 'ends':
      return (
        <>
          <InstantField value={step.at} /> (<TimeLeft until={step.at ?? ''} />
          )<br />
          {translate(step.at === change.effectiveUntil ? 'schedule.ends_declared' : 'schedule.ends_unless')}
        </>
      );
    default:
      return (
        <>
          <InstantField value={step.at} />
          {step.by === null ? null : (
            <>
              {' · '}
              <PersonName id={step.by} />
            </>
          )}
        </>
      );
  }
}

/** Until when an approval is in time for the instant that the change wishes for. */
function Deadline({ change: { approveBy }, now }: Pick<StepProps, 'change' | 'now'>) {
  const translate = useTranslate();
  if (approveBy === null) return null;
  if (Date.parse(approveBy) < now) {
    return <Box sx={{ color: 'tones.danger', fontWeight: 600 }}>{translate('schedule.approve_late')}</Box>;
  }
  return (
    <>
      <Sentence text={translate('schedule.approve_by', { instant: approveBy })} isWithin /> (
      <TimeLeft until={approveBy} />)
    </>
  );
}

/** From when it holds; while it is in review, from when it would at the earliest. */
function Beginning({ change, now }: Pick<StepProps, 'change' | 'now'>) {
  const translate = useTranslate();
  const { effectiveFrom, phase, approvedAt } = change;
  const isAhead = effectiveFrom !== null && Date.parse(effectiveFrom) > now;
  const earliest = new Date(now + noticeOf(change) * 1000).toISOString();
  return (
    <>
      <StartText change={change} />
      {isAhead
        ? ` (${translate('schedule.in', { time: readDuration((Date.parse(effectiveFrom) - now) / 1000) })})`
        : null}
      {phase === 'submitted' && effectiveFrom === null ? (
        <Box>
          <Sentence text={translate('schedule.effective_now', { instant: withoutSeconds(earliest) })} />
        </Box>
      ) : null}
      {isAhead && approvedAt === null ? <Box>{translate('schedule.effective_wished')}</Box> : null}
    </>
  );
}

function noticeOf({ submission }: ChangeResource): number {
  return submission?.requirement.noticeSeconds ?? 0;
}

/** About when: a clock that runs is not told to the second. */
function withoutSeconds(instant: string): string {
  return `${instant.slice(0, 17)}00Z`;
}

const row = {
  display: 'grid',
  gridTemplateColumns: '14px minmax(0, 1fr)',
  columnGap: 1.25,
  fontSize: '0.88rem',
  position: 'relative',
  '&:not(:last-of-type)::before': {
    content: '""',
    position: 'absolute',
    left: 6,
    top: 14,
    bottom: -5,
    width: 2,
    bgcolor: 'divider',
  },
} as const;

const dot = { width: 12, height: 12, borderRadius: '50%', mt: '5px', border: 2, zIndex: 1 } as const;

/** What has happened is full, what it waits for stands out, what is to come is empty. */
const DOTS = {
  past: { bgcolor: 'tones.neutral', borderColor: 'tones.neutral' },
  present: {
    bgcolor: 'primary.main',
    borderColor: 'primary.main',
    outline: 2,
    outlineColor: 'primary.main',
    outlineOffset: '2px',
    outlineStyle: 'solid',
  },
  future: { bgcolor: 'background.paper', borderColor: 'lineStrong' },
} as const;

const soft = { color: 'text.secondary', fontSize: '0.82rem', overflowWrap: 'anywhere' } as const;
