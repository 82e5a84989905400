import { useDeferredValue, useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { factDeclarationSchema, scopeCatalogue } from '@backstop/core/rules';
import type { EditorProps } from '../../editorProps.ts';
import { Surrounded } from '../../generic/editor/EditorContext.ts';
import { isRecord } from '../../generic/editor/isRecord.ts';
import { SchemaEditor } from '../../generic/editor/SchemaEditor.tsx';
import { Building, type Builder } from '../../rules/builder/BuilderContext.ts';
import { ConditionEditor } from '../../rules/builder/ConditionEditor.tsx';
import { byText, canonicalPlaces, rawRows, rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { actionsOf } from './ruleActions.ts';
import { CasesEditor } from './CasesEditor.tsx';
import { RulesEditor } from './RulesEditor.tsx';
import { litBy, tryTrigger, type LitRules } from './tryTrigger.ts';

/** A trigger in the hands of those who write it: its rules as conditions over facts, and the cases they must stand up to. */
export function TriggerEditor(props: EditorProps) {
  const { document, problems, asset, onChange } = props;
  const translate = useTranslate();
  const [lit, setLit] = useState<string | null>(null);
  const settled = useDeferredValue(document);
  const tried = useMemo(() => tryTrigger(settled), [settled]);
  const [rules, exits, cases] = [rawRows(document, 'rules'), rawRows(document, 'exits'), rawRows(document, 'cases')];
  const named = isRecord(document['conditions']) ? document['conditions'] : {};
  const catalogue = useMemo(() => catalogueOf(settled), [settled]);
  const judged = lit === null ? undefined : tried?.judged.get(lit);
  const light = useMemo(() => (tried === null || judged === undefined ? UNLIT : litBy(tried, judged)), [tried, judged]);
  // What is no list of objects only its JSON can show.
  if (rules === null || exits === null || cases === null) return <SchemaEditor {...props} />;
  const builder: Builder = { catalogue, named: Object.keys(named), ...light };
  const tell = (list: string, rows: unknown): void => onChange({ ...document, [list]: rows });
  const zones = [...new Set(rules.map((rule) => actionsOf(rule).zone))];
  return (
    <Surrounded value={{ problems, asset }}>
      <Building value={builder}>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <RulesEditor
            document={settled}
            rules={rules}
            litRule={judged?.rule ?? null}
            onChange={(next) => tell('rules', next)}
          />
          <CasesEditor
            cases={cases}
            tried={tried}
            zones={zones}
            lit={lit}
            onLight={setLit}
            onChange={(next) => tell('cases', next)}
          />
          {exits.length === 0 ? null : <ExitConditions exits={exits} onChange={(next) => tell('exits', next)} />}
          {Object.keys(named).length === 0 ? null : (
            <Box component="section" aria-label={translate('builder.named')}>
              <Typography variant="h3">{translate('builder.named')}</Typography>
              {Object.entries(named).map(([name, condition]) => (
                <ConditionEditor
                  key={name}
                  isRoot
                  condition={condition}
                  pointer={`/conditions/${name}`}
                  label={name}
                  onChange={(next) => tell('conditions', { ...named, [name]: next })}
                />
              ))}
            </Box>
          )}
        </Box>
      </Building>
      <SchemaEditor {...props} without={EDITED_HERE} />
    </Surrounded>
  );
}

interface ExitProps {
  readonly exits: readonly RawRow[];
  readonly onChange: (exits: readonly RawRow[]) => void;
}

function ExitConditions({ exits, onChange }: ExitProps) {
  const translate = useTranslate();
  const places = canonicalPlaces(exits, byText('zone'));
  return (
    <Box component="section" aria-label={translate('trigger.exits')}>
      <Typography variant="h3">{translate('trigger.exits')}</Typography>
      {exits.map((exit, at) => (
        <ConditionEditor
          key={at}
          isRoot
          condition={exit['conditions']}
          pointer={`/exits/${String(places[at] ?? at)}/conditions`}
          label={translate('builder.exit_of', { zone: rawText(exit, 'zone') })}
          onChange={(conditions) => onChange(exits.map((one, place) => (place === at ? { ...one, conditions } : one)))}
          onRemove={() => onChange(exits.filter((_, place) => place !== at))}
        />
      ))}
    </Box>
  );
}

/** What a document declares as far as it is sound; the core says below what is not. */
function catalogueOf(document: RawRow): Builder['catalogue'] {
  const declared: readonly unknown[] = Array.isArray(document['facts']) ? document['facts'] : [];
  return scopeCatalogue(declared.flatMap((fact) => factDeclarationSchema.safeParse(fact).data ?? []));
}

const EDITED_HERE = ['rules', 'conditions', 'exits', 'cases'];
const UNLIT: LitRules = { leaves: new Map(), deciding: new Set() };
