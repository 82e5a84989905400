import { useCallback, useMemo, useState, type ReactNode } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { JsonArea } from '../../../fields/JsonArea.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { ProblemSummary } from '../../../layout/ProblemSummary.tsx';
import { useSearchParams } from '../../../layout/useSearchParams.ts';
import type { Failure } from '../../../providers/readFailure.ts';
import { useValuationAsset } from '../../../providers/useValuationAsset.ts';
import { jsonPlace } from '../../../text/jsonPlace.ts';
import { AccountForm } from './AccountForm.tsx';
import { AccountTools } from './AccountTools.tsx';
import { draftOf } from './draftOf.ts';
import { fieldOfPointer } from './fieldOfPointer.ts';
import { FieldProblemsContext } from './fieldProblems.ts';
import { parsedJson } from '../../../text/parsedJson.ts';
import { requestOf } from './requestOf.ts';
import { requestText } from './samples.ts';
import type { Draft } from './draft.ts';

interface Props {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onEvaluate: (request: string) => void;
  readonly isEvaluating: boolean;
  readonly failure: Failure | null;
  /** Whether the decision on the page is about the text as it stands. */
  readonly isAnswered: boolean;
  /** How it is evaluated, beside the button. */
  readonly options?: ReactNode;
}

/** The account as sheets or as JSON: one text behind both, so that nothing is lost between them. */
export function AccountInput(props: Props) {
  const { text, onChange, onEvaluate, isEvaluating, failure, isAnswered, options } = props;
  const translate = useTranslate();
  const params = useSearchParams();
  const valuationAsset = useValuationAsset();
  // The form keeps what is typed to itself; it begins anew when the text comes from anywhere else.
  const [formText, setFormText] = useState({ text, generation: 0 });
  const [cleared, setCleared] = useState<{ failure: Failure | null; fields: ReadonlySet<string> }>({
    failure: null,
    fields: new Set(),
  });
  const [selected, setSelected] = useState<{ start: number; end: number } | null>(null);
  const initial = useMemo(() => draftOf(parsedJson(formText.text)), [formText]);
  const showsJson = params.get('as') === 'json' || initial === null;
  const draft = useMemo(() => draftOf(parsedJson(text)), [text]);

  const replace = (next: string): void => {
    onChange(next);
    setFormText(({ generation }) => ({ text: next, generation: generation + 1 }));
  };
  const show = (as: 'form' | 'json'): void => {
    setFormText(({ generation }) => ({ text, generation: generation + 1 }));
    params.set({ as: as === 'json' ? 'json' : null }, true);
  };
  const typed = useCallback((next: Draft) => onChange(requestText(requestOf(next))), [onChange]);
  const byField = problemsByField(failure, draft, cleared.failure === failure ? cleared.fields : new Set());
  const clear = (field: string): void =>
    setCleared((before) => ({
      failure,
      fields: new Set([...(before.failure === failure ? before.fields : []), field]),
    }));

  const placeOf = (pointer: string): (() => void) | null => {
    if (showsJson) {
      const place = jsonPlace(text, pointer);
      return place === null ? null : () => setSelected({ ...place });
    }
    const field = draft === null ? null : fieldOfPointer(pointer, draft);
    return field === null ? null : () => document.getElementsByName(field)[0]?.focus();
  };
  return (
    <Panel
      title={translate('evaluate.account')}
      actions={
        <AccountTools
          text={text}
          showsJson={showsJson}
          canShowForm={draft !== null}
          onReplace={replace}
          onShow={show}
        />
      }
    >
      <Box
        component="form"
        noValidate
        onSubmit={(event: { preventDefault: () => void }) => {
          event.preventDefault();
          onEvaluate(text);
        }}
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2, pt: 1 }}
      >
        {failure === null ? null : <ProblemSummary failure={failure} onGoTo={placeOf} />}
        {showsJson ? (
          <JsonArea label={translate('evaluate.json_label')} text={text} selected={selected} onChange={onChange} />
        ) : (
          <FieldProblemsContext value={{ byField, clear }}>
            <AccountForm key={formText.generation} initial={initial} valuationAsset={valuationAsset} onChange={typed} />
          </FieldProblemsContext>
        )}
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
          <Button type="submit" variant="contained" disabled={isEvaluating} sx={{ minWidth: 140 }}>
            {translate(isEvaluating ? 'evaluate.evaluating' : 'evaluate.evaluate')}
          </Button>
          {options}
          <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>
            {isAnswered ? translate('evaluate.answered') : ''}
          </Box>
        </Box>
      </Box>
    </Panel>
  );
}

/** What is wrong by field, several problems of one field together; fields typed in since are left out. */
function problemsByField(
  failure: Failure | null,
  draft: Draft | null,
  cleared: ReadonlySet<string>,
): Map<string, string> {
  const byField = new Map<string, string>();
  for (const { pointer, detail, suggestion } of failure?.errors ?? []) {
    const field = draft === null ? null : fieldOfPointer(pointer, draft);
    if (field === null || cleared.has(field)) continue;
    const sentence = suggestion === undefined ? detail : `${detail} (${suggestion})`;
    byField.set(field, [byField.get(field), sentence].filter((part) => part !== undefined).join('; '));
  }
  return byField;
}
