import { useTranslate } from 'react-admin';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useKinds } from '../../providers/queries.ts';
import type { ViewerProps } from '../viewerProps.ts';
import { asSchema } from './jsonSchema.ts';
import { ValueView } from './ValueView.tsx';

/** Any document, drawn from the JSON Schema of its kind: the sentence of each field stands by its value. */
export function SchemaViewer({ document, kind }: ViewerProps) {
  const translate = useTranslate();
  const { data, isPending, error, refetch } = useKinds();
  if (isPending) return <Loading />;
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  const schema = asSchema(data.find(({ id }) => id === kind)?.schema);
  return (
    <Panel title={translate('generic.title')}>
      <ValueView name="" value={document} schema={schema} />
    </Panel>
  );
}
