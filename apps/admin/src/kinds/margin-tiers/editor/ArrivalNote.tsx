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
  const answerTo = ({ field }: BlockQuestion) => (field === null ? answers.mark : answers.bareRates?.[field]);
  const answer = ({ field }: BlockQuestion, value: string): void =>
    setAnswers(
      field === null
        ? { ...answers, mark: value as 'point' }
        : { ...answers, bareRates: { ...answers.bareRates, [field]: value as 'percent' } },
    );
  const isAnswered = questions.every((question) => answerTo(question) !== undefined);
  return (
    <Alert severity="warning" variant="outlined" role="group" aria-label={translate('sheet.asked')}>
      <Box sx={{ mb: 1 }}>{translate('sheet.asked')}</Box>
      {questions.map((question, index) => (
        <Box key={question.field ?? ''} sx={{ mb: 1 }}>
          <FormLabel id={`sheet-${question.field ?? 'mark'}`}>
            {translate(`sheet.ask_${question.about}`, {
              sample: question.sample,
              column: question.field === null ? '' : translate(`sheet.${question.field}`),
            })}
          </FormLabel>
          <RadioGroup
            aria-labelledby={`sheet-${question.field ?? 'mark'}`}
            value={answerTo(question) ?? ''}
            onChange={(_, value) => answer(question, value)}
          >
            {(question.about === 'mark' ? (['point', 'comma'] as const) : (['fraction', 'percent'] as const)).map(
              (value, at) => (
                <FormControlLabel
                  key={value}
                  value={value}
                  control={<Radio size="small" autoFocus={index === 0 && at === 0} />}
                  label={translate(`sheet.answer_${value}`, {
                    sample: question.sample,
                    reading: groupDigits(question.readings[at] ?? ''),
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
