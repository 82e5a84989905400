import { SchemaEditor } from '../../../kinds/generic/editor/SchemaEditor.tsx';
import type { EditorProps } from '../../../kinds/editorProps.ts';
import { ladderRows } from './ladderRows.ts';
import { TierTable } from './TierTable.tsx';

/** Steps of notional as a sheet; any other ladder by its schema. */
export function TierEditor(props: EditorProps) {
  const ladder = ladderRows(JSON.stringify(props.document));
  if (ladder === null) return <SchemaEditor {...props} />;
  return (
    <TierTable
      ladder={ladder}
      asset={props.asset}
      problems={props.problems}
      onChange={(text) => props.onChange(JSON.parse(text) as EditorProps['document'])}
    />
  );
}
