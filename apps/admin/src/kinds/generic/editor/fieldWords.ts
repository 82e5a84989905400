import { readKey, readName } from '../../../text/readKey.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What a field is called: in words of its own where its name in code does not read well. */
export function fieldLabel(name: string, translate: Translate): string {
  return translate(`editor.field_${name}`, { _: readKey(name) });
}

/** What an option of a choice is called. */
export function optionLabel(name: string, option: string, translate: Translate): string {
  return translate(`editor.option_${name}_${option}`, { _: readName(option) });
}
