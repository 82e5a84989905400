import { optionInWords } from '../../../text/phrases.ts';
import { readKey, readName } from '../../../text/readKey.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** What a field is called: in words of its own where its name in code does not read well. */
export function fieldLabel(name: string, translate: Translate): string {
  return translate(`editor.field_${name}`, { _: readKey(name) });
}

/** What stands by a field that stands within others: its own name; the whole name is for screen readers. */
export function shownLabel(name: string, label: string, translate: Translate): string {
  return name === '' ? label : fieldLabel(name, translate);
}

/** What an option of a choice is called. */
export function optionLabel(name: string, option: string, translate: Translate): string {
  return translate(`editor.option_${name}_${option}`, { _: optionInWords(option) ?? readName(option) });
}
