import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { Loading } from '../../../layout/Loading.tsx';
import { useKinds } from '../../../providers/queries.ts';
import type { EditorProps, RawDocument } from '../../editorProps.ts';
import { Surrounded } from '../../generic/editor/EditorContext.ts';
import { ObjectFields } from '../../generic/editor/ObjectFields.tsx';
import { startObject } from '../../generic/editor/startValue.ts';
import { ValueEditor } from '../../generic/editor/ValueEditor.tsx';
import { asSchema, type JsonSchema } from '../../generic/jsonSchema.ts';
import { inWords } from '../../../text/phrases.ts';

/** The model of a ladder and its figures beside the tiers, drawn from the schema of the kind. */
export function LadderSettings({ kind, asset, document, problems, onChange }: EditorProps) {
  const translate = useTranslate();
  const { data } = useKinds();
  if (data === undefined) return <Loading rows={3} />;
  const branches = branchesOf(asSchema(data.find(({ id }) => id === kind)?.schema));
  const branch = branches.find((one) => nameOf(one) === nameIn(document));
  const choose = (name: string): void => {
    const chosen = branches.find((one) => nameOf(one) === name);
    // Borders of another basis are other amounts: they are typed anew, never taken over under another name.
    if (chosen !== undefined)
      onChange({ ...startObject(chosen, document), ...(name.startsWith('step') ? { tiers: [] } : {}) });
  };
  const surroundings = { problems, asset, Value: ValueEditor };
  return (
    <Surrounded value={surroundings}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <TextField
          select
          data-pointer="/model"
          label={translate('sheet.model')}
          value={branch === undefined ? '' : nameIn(document)}
          helperText={inWords(branch?.properties?.['model']?.description ?? '')}
          onChange={({ target }) => choose(target.value)}
          sx={{ maxWidth: 520 }}
        >
          {branches.map((one) => (
            <MenuItem key={nameOf(one)} value={nameOf(one)}>
              {translate(`sheet.model_${nameOf(one)}`)}
            </MenuItem>
          ))}
        </TextField>
        {branch === undefined ? null : (
          <ObjectFields label="" pointer="" schema={branch} value={document} without={['tiers']} onChange={onChange} />
        )}
      </Box>
    </Surrounded>
  );
}

/** The models of the schema, however deep its choices lie in each other. */
function branchesOf(schema: JsonSchema): JsonSchema[] {
  const choices = schema.oneOf ?? schema.anyOf;
  return choices === undefined ? [schema] : choices.flatMap(branchesOf);
}

/** `linear`, `step-notional`: a model and, where it has one, its basis. */
function nameOf({ properties }: JsonSchema): string {
  return joined(properties?.['model']?.const, properties?.['basis']?.const);
}

function nameIn({ model, basis }: RawDocument): string {
  return joined(model, model === 'step' ? basis : undefined);
}

function joined(model: unknown, basis: unknown): string {
  return [model, basis].filter((part) => typeof part === 'string').join('-');
}
