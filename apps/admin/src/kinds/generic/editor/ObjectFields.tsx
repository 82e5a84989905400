import { FieldGrid, type FieldsProps } from './FieldGrid.tsx';
import { ValuesEditedBy } from './ValueContext.ts';
import { ValueEditor } from './ValueEditor.tsx';

/** Every field of an object, whatever its shape, for a form that begins here. */
export function ObjectFields(props: FieldsProps) {
  return (
    <ValuesEditedBy value={ValueEditor}>
      <FieldGrid {...props} />
    </ValuesEditedBy>
  );
}
