import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { PolicyResource } from '@backstop/contracts';
import { JsonArea } from '../../../fields/JsonArea.tsx';
import { editorOf } from '../../../kinds/editors.ts';
import { Loading } from '../../../layout/Loading.tsx';
import { jsonPlace } from '../../../text/jsonPlace.ts';
import { parsedJson } from '../../../text/parsedJson.ts';
import type { CheckedEntry } from './checkEntry.ts';
import { documentText } from './draft.ts';
import { EntryProblems } from './EntryProblems.tsx';
import { focusField } from './focusField.ts';
import { problemsInDocument } from './problemsInDocument.ts';
import type { WantedPlace } from './useEntryPlaces.ts';
import { isRecord } from '../../../text/isRecord.ts';

interface Props {
  readonly policy: string;
  readonly kind: string;
  readonly scope: PolicyResource['scope'];
  /** What amounts are counted in; null where it is not known. */
  readonly asset: string | null;
  readonly text: string;
  readonly checked: CheckedEntry;
  /** Where somebody wants to be led. */
  readonly wanted: WantedPlace | null;
  /** What the version says that it is written against; null while that is read, and where there is none. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly onChange: (text: string) => void;
}

/** A document in the form of its kind, or as JSON: one text behind both. A text that is no object has no form. */
export function DocumentEditor({ policy, kind, scope, asset, text, checked, wanted, before, onChange }: Props) {
  const translate = useTranslate();
  const section = useRef<HTMLElement>(null);
  const [as, setAs] = useState<'form' | 'json'>('form');
  // Whether the form is there: it comes in a chunk of its own, and nobody is led into one that is not drawn.
  const [isDrawn, setDrawn] = useState(false);
  const [selected, setSelected] = useState<{ start: number; end: number } | null>(null);
  // The same as long as nothing in it is typed: a form of many rows is not drawn anew for what stands beside it.
  const document = useMemo(() => {
    const value = parsedJson(text);
    return isRecord(value) ? value : null;
  }, [text]);
  const problems = useMemo(() => problemsInDocument(checked.problems), [checked]);
  const Editor = editorOf(kind);
  const placeOf = (pointer: string): (() => void) | null => {
    const place = jsonPlace(text, pointer);
    if (place === null) return null;
    return () => {
      if (as === 'form' && focusField(section.current, pointer)) return;
      setAs('json');
      setSelected({ ...place });
    };
  };
  const lead = useRef(placeOf);
  useEffect(() => {
    lead.current = placeOf;
  });
  useEffect(() => {
    if (wanted !== null && isDrawn) lead.current(wanted.pointer)?.();
  }, [wanted, isDrawn]);
  return (
    <Box component="section" ref={section} aria-label={translate('draft.document_of', { policy })}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1.5, minHeight: 32 }}>
        <Typography variant="h3">{translate('draft.document')}</Typography>
        {document === null ? null : (
          <ToggleButtonGroup
            exclusive
            value={as}
            aria-label={translate('draft.show_as')}
            onChange={(_, next: 'form' | 'json' | null) => next !== null && setAs(next)}
          >
            <ToggleButton value="form">{translate('draft.as_form')}</ToggleButton>
            <ToggleButton value="json">{translate('draft.as_json')}</ToggleButton>
          </ToggleButtonGroup>
        )}
      </Box>
      {as === 'form' && document !== null ? (
        <Suspense fallback={<Loading rows={4} />}>
          <Editor
            kind={kind}
            scope={scope}
            asset={asset}
            document={document}
            problems={problems}
            checked={checked.document}
            before={before}
            onChange={(next) => onChange(documentText(next))}
          />
          <Drawn onDrawn={setDrawn} />
        </Suspense>
      ) : (
        <>
          <JsonArea
            label={translate('draft.json_of', { policy })}
            text={text}
            selected={selected}
            onChange={onChange}
          />
          <Drawn onDrawn={setDrawn} />
        </>
      )}
      <EntryProblems checked={checked} onGoTo={placeOf} />
    </Box>
  );
}

/** Says that what it stands beside is there. */
function Drawn({ onDrawn }: { onDrawn: (isDrawn: true) => void }) {
  useEffect(() => onDrawn(true), [onDrawn]);
  return null;
}
