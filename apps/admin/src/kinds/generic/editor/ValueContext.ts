import { createContext, useContext, type ComponentType } from 'react';
import type { ValueProps } from './valueProps.ts';

type Value = ComponentType<ValueProps>;

const ValueContext = createContext<Value | null>(null);

/** Hands on what edits a value of any shape to what values are made of: values hold values. */
export const ValuesEditedBy = ValueContext.Provider;

export function useValueEditor(): Value {
  const value = useContext(ValueContext);
  if (value === null) throw new Error('fields stand outside of a form');
  return value;
}
