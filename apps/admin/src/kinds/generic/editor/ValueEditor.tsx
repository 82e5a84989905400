import { ChoiceInput } from './ChoiceInput.tsx';
import { DurationInput } from './DurationInput.tsx';
import { fieldOf } from './fieldShape.ts';
import { FigureInput } from './FigureInput.tsx';
import { figureUnit } from './figureUnit.ts';
import { JsonInput } from './JsonInput.tsx';
import { AllOrNames } from './AllOrNames.tsx';
import { NamesInput } from './NamesInput.tsx';
import { ObjectInput } from './ObjectInput.tsx';
import { RowsInput } from './RowsInput.tsx';
import { SwitchInput } from './SwitchInput.tsx';
import { UnionInput } from './UnionInput.tsx';
import type { ValueProps } from './valueProps.ts';

/** One value of a document, edited as its schema says. */
export function ValueEditor(props: ValueProps) {
  const field = fieldOf(props.schema);
  const { shape } = field;
  switch (shape.type) {
    case 'decimal':
    case 'text':
      return <FigureInput {...props} field={field} />;
    case 'integer':
      return figureUnit(props.name) === 'duration' ? (
        <DurationInput {...props} field={field} />
      ) : (
        <FigureInput {...props} field={field} />
      );
    case 'boolean':
      return <SwitchInput {...props} field={field} />;
    case 'choice':
      return <ChoiceInput {...props} field={field} options={shape.options} />;
    case 'names':
      return <NamesInput {...props} field={field} shape={shape} />;
    case 'all-or-names':
      return <AllOrNames {...props} field={field} shape={shape} />;
    case 'rows':
      return <RowsInput {...props} field={field} item={shape.item} />;
    case 'object':
      return <ObjectInput {...props} field={field} schema={shape.schema} />;
    case 'union':
      return <UnionInput {...props} field={field} shape={shape} />;
    case 'json':
      return <JsonInput {...props} field={field} />;
  }
}
