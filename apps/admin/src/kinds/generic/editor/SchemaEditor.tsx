import { Failure } from '../../../layout/Failure.tsx';
import { Loading } from '../../../layout/Loading.tsx';
import { useKinds } from '../../../providers/queries.ts';
import type { EditorProps } from '../../editorProps.ts';
import { asSchema } from '../jsonSchema.ts';
import { Surrounded } from './EditorContext.ts';
import { fieldOf } from './fieldShape.ts';
import { ObjectFields } from './ObjectFields.tsx';
import { UnionFields } from './UnionInput.tsx';

interface Props extends EditorProps {
  /** Fields that are edited elsewhere. */
  readonly without?: readonly string[];
}

/** Any document as a form, drawn from the JSON Schema of its kind: its sentences are the help of the fields. */
export function SchemaEditor({ kind, asset, document, problems, without, onChange }: Props) {
  const { data, isPending, error, refetch } = useKinds();
  if (isPending) return <Loading />;
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  const { shape } = fieldOf(asSchema(data.find(({ id }) => id === kind)?.schema));
  const shared = { label: '', pointer: '', value: document, onChange };
  return (
    <Surrounded value={{ problems, asset }}>
      {shape.type === 'union' ? (
        <UnionFields {...shared} shape={shape} />
      ) : shape.type === 'object' ? (
        <ObjectFields {...shared} schema={shape.schema} {...(without === undefined ? {} : { without })} />
      ) : null}
    </Surrounded>
  );
}
