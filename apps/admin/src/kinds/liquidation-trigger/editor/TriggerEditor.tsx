import { useDeferredValue, useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import { factDeclarationSchema, scopeCatalogue } from '@backstop/core/rules';
import type { EditorProps } from '../../editorProps.ts';
import { Surrounded } from '../../generic/editor/EditorContext.ts';
import { SchemaEditor } from '../../generic/editor/SchemaEditor.tsx';
import { Building, type Builder } from '../../rules/builder/BuilderContext.ts';
import { namedConditions } from '../../rules/builder/namedConditions.ts';
import { rawRows, type RawRow } from '../../rules/builder/rawRows.ts';
import { actionsOf } from './ruleActions.ts';
import { CasesEditor } from './CasesEditor.tsx';
import { ExitsEditor } from './ExitsEditor.tsx';
import { NamedConditionsEditor } from './NamedConditionsEditor.tsx';
import { RulesEditor } from './RulesEditor.tsx';
import { litBy, tryTrigger, type LitRules } from './tryTrigger.ts';

/** A trigger in the hands of those who write it: its rules as conditions over facts, and the cases they must stand up to. */
export function TriggerEditor(props: EditorProps) {
  const { document, problems, asset, onChange } = props;
  const [lit, setLit] = useState<string | null>(null);
  const settled = useDeferredValue(document);
  const tried = useMemo(() => tryTrigger(settled), [settled]);
  const [rules, exits, cases] = [rawRows(document, 'rules'), rawRows(document, 'exits'), rawRows(document, 'cases')];
  const named = namedConditions(document);
  const catalogue = useMemo(() => catalogueOf(settled), [settled]);
  const judged = lit === null ? undefined : tried?.judged.get(lit);
  const light = useMemo(() => (tried === null || judged === undefined ? UNLIT : litBy(tried, judged)), [tried, judged]);
  // What is of another shape only its JSON can show.
  if (rules === null || exits === null || cases === null || named === null) return <SchemaEditor {...props} />;
  const builder: Builder = { catalogue, named: Object.keys(named), ...light };
  const tell = (list: string, rows: unknown): void => onChange({ ...document, [list]: rows });
  const zones = [...new Set(rules.map((rule) => actionsOf(rule).zone))].filter((zone) => zone !== '');
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
          <ExitsEditor exits={exits} zones={zones} onChange={(next) => tell('exits', next)} />
          <NamedConditionsEditor document={document} onChange={onChange} />
        </Box>
      </Building>
      <Box sx={{ mt: 3 }}>
        <SchemaEditor {...props} without={EDITED_HERE} />
      </Box>
    </Surrounded>
  );
}

/** What a document declares as far as it is sound; the core says below what is not. */
function catalogueOf(document: RawRow): Builder['catalogue'] {
  const declared: readonly unknown[] = Array.isArray(document['facts']) ? document['facts'] : [];
  return scopeCatalogue(declared.flatMap((fact) => factDeclarationSchema.safeParse(fact).data ?? []));
}

const EDITED_HERE = ['rules', 'conditions', 'exits', 'cases'];
const UNLIT: LitRules = { leaves: new Map(), deciding: new Set() };
