import { useTranslate } from 'react-admin';
import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { useKinds } from '../../../providers/queries.ts';
import type { EditorProps } from '../../editorProps.ts';
import { asSchema } from '../jsonSchema.ts';
import { Surrounded } from './EditorContext.ts';
import { fieldOf } from './fieldShape.ts';
import { isRecord } from '../../../text/isRecord.ts';
import { JsonInput } from './JsonInput.tsx';
import { ObjectFields } from './ObjectFields.tsx';
import { UnionFields } from './UnionInput.tsx';
import { ValuesEditedBy } from './ValueContext.ts';
import { ValueEditor } from './ValueEditor.tsx';

interface Props extends EditorProps {
  /** Fields that are edited elsewhere. */
  readonly without?: readonly string[];
}

/**
 * Any document as a form, drawn from the JSON Schema of its kind: its sentences are the help of the fields. A kind
 * whose schema no form can follow is left as JSON.
 */
export function SchemaEditor({ kind, asset, document, problems, without, onChange }: Props) {
  const translate = useTranslate();
  const { data, isPending, error, refetch } = useKinds();
  if (isPending) return <Loading />;
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  const schema = asSchema(data.find(({ id }) => id === kind)?.schema);
  const field = fieldOf(schema);
  const { shape } = field;
  const shared = { label: '', pointer: '', value: document, onChange, ...(without === undefined ? {} : { without }) };
  return (
    <Surrounded value={{ problems, asset }}>
      {shape.type === 'union' ? (
        <ValuesEditedBy value={ValueEditor}>
          <UnionFields {...shared} shape={shape} />
        </ValuesEditedBy>
      ) : shape.type === 'object' ? (
        <ObjectFields {...shared} schema={shape.schema} />
      ) : (
        <JsonInput
          name=""
          pointer=""
          value={document}
          label={translate('draft.document')}
          schema={schema}
          field={field}
          isRequired
          onChange={(next) => {
            if (isRecord(next)) onChange(next);
          }}
        />
      )}
    </Surrounded>
  );
}
