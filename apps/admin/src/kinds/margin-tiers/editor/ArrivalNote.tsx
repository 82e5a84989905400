import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useTranslate } from 'react-admin';
import { groupDigits } from '../../../text/figures.ts';
import type { BlockAnswers, BlockQuestion } from './readBlock.ts';
import type { Arrival, SheetActs } from './useSheetActs.ts';

/** What came of a block that was pasted or read from a file: nothing of it is in the sheet before all of it is clear. */
export function ArrivalNote({ arrival, acts }: { readonly arrival: Arrival; readonly acts: SheetActs }) {
  const translate = useTranslate();
  if (arrival.outcome === 'said') {
    return (
      <Alert severity="success" variant="outlined" onClose={acts.forget} closeText={translate('sheet.close')}>
        {arrival.text}
      </Alert>
    );
  }
  const { block, incoming } = arrival;
  if (block.outcome === 'asked') {
    return (
      <Questions
        key={JSON.stringify(incoming.answers)}
        questions={block.questions}
        onAnswer={(answers) => acts.take({ ...incoming, answers: { ...incoming.answers, ...answers } })}
        onForget={acts.forget}
      />
    );
  }
  return (
    <Alert severity="error" variant="outlined" onClose={acts.forget} closeText={translate('sheet.close')}>
      {translate('sheet.refused')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {block.refusals.slice(0, SHOWN).map(({ row, column, text, code }) => (
          <li key={`${String(row)}:${String(column)}`}>
            {translate('sheet.refused_at', {
              row: row + 1,
              column: column + 1,
              text: text === '' ? translate('sheet.nothing') : text,
            })}{' '}
            {translate(`sheet.refusal_${code}`)}
          </li>
        ))}
      </Box>
      {block.refusals.length > SHOWN
        ? translate('sheet.refused_more', { smart_count: block.refusals.length - SHOWN })
        : null}
    </Alert>
  );
}

/** Refusals that are listed; a block that is wrong throughout is not listed cell by cell. */
const SHOWN = 8;

interface QuestionsProps {
  readonly questions: readonly BlockQuestion[];
  readonly onAnswer: (answers: BlockAnswers) => void;
  readonly onForget: () => void;
}

function Questions({ questions, onAnswer, onForget }: QuestionsProps) {
  const translate = useTranslate();
  const [answers, setAnswers] = useState<BlockAnswers>({});
  const isAnswered = questions.every(({ about }) => (about === 'mark' ? answers.mark : answers.bareRate) !== undefined);
  return (
    <Alert severity="warning" variant="outlined" role="group" aria-label={translate('sheet.asked')}>
      <Box sx={{ mb: 1 }}>{translate('sheet.asked')}</Box>
      {questions.map(({ about, sample, readings: [first, second] }, index) => (
        <Box key={about} sx={{ mb: 1 }}>
          <FormLabel id={`sheet-${about}`}>{translate(`sheet.ask_${about}`, { sample })}</FormLabel>
          <RadioGroup
            aria-labelledby={`sheet-${about}`}
            value={(about === 'mark' ? answers.mark : answers.bareRate) ?? ''}
            onChange={(_, value) =>
              setAnswers({
                ...answers,
                ...(about === 'mark' ? { mark: value as 'point' } : { bareRate: value as 'percent' }),
              })
            }
          >
            {(about === 'mark' ? (['point', 'comma'] as const) : (['fraction', 'percent'] as const)).map(
              (value, at) => (
                <FormControlLabel
                  key={value}
                  value={value}
                  control={<Radio size="small" autoFocus={index === 0 && at === 0} />}
                  label={translate(`sheet.answer_${value}`, {
                    sample,
                    reading: groupDigits(at === 0 ? first : second),
                  })}
                />
              ),
            )}
          </RadioGroup>
        </Box>
      ))}
      <Button variant="contained" disabled={!isAnswered} onClick={() => onAnswer(answers)}>
        {translate('sheet.take')}
      </Button>
      <Button onClick={onForget}>{translate('sheet.forget')}</Button>
    </Alert>
  );
}
