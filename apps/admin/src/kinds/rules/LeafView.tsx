import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LeafTrace } from '@backstop/core/rules';
import { MONO } from '../../layout/theme.ts';
import { groupDigits } from '../../text/figures.ts';
import { readName } from '../../text/readKey.ts';
import type { LeafNode } from './conditionTree.ts';
import { readOperator } from './readOperator.ts';

interface Props {
  readonly node: LeafNode;
  /** What it saw, where it is read from a decision. */
  readonly trace?: LeafTrace | undefined;
}

/** A comparison as a sentence; with a trace the observed values stand in it: `equity 90 is below maintenance margin 100`. */
export function LeafView({ node, trace }: Props) {
  const translate = useTranslate();
  const { relation, factQuantifier, valueQuantifier } = readOperator(node.operator);
  return (
    <span>
      {factQuantifier === null ? '' : `${translate(`condition.${factQuantifier}`)} `}
      <FactName name={node.fact} path={node.path} observed={trace?.observed} />{' '}
      {translate(`operator.${relation}`, { _: relation })}{' '}
      {valueQuantifier === null ? '' : `${translate(`condition.${valueQuantifier}`)} `}
      {isReference(node.value) ? (
        <FactName name={node.value.fact} path={node.value.path ?? null} observed={trace?.compared} />
      ) : (
        <strong>{readLiteral(node.value, translate)}</strong>
      )}
    </span>
  );
}

/** The fact's name; with what was observed of it, that stands out instead. `undefined` = nothing was to be observed. */
function FactName({
  name,
  path,
  observed,
}: {
  name: string;
  path: string | null;
  observed: string | null | undefined;
}) {
  const translate = useTranslate();
  const text = readName(name);
  return (
    <>
      {observed === undefined ? <strong>{text}</strong> : text}
      {path === null ? null : (
        <Box component="span" sx={{ fontFamily: MONO, fontSize: '0.92em', ml: 0.5 }}>
          {path.replace(/^\$\.?/, '')}
        </Box>
      )}
      {observed === undefined ? null : (
        <>
          {' '}
          <strong>{readObserved(observed, translate)}</strong>
        </>
      )}
    </>
  );
}

type Reference = Extract<LeafNode['value'], { readonly fact: string }>;

function isReference(value: LeafNode['value']): value is Reference {
  return typeof value === 'object' && 'fact' in value;
}

function readLiteral(value: Exclude<LeafNode['value'], Reference>, translate: (key: string) => string): string {
  if (typeof value === 'boolean') return translate(value ? 'generic.yes' : 'generic.no');
  if (typeof value === 'object') return value.map((one) => groupDigits(String(one))).join(', ');
  return groupDigits(String(value));
}

/** Figures as they are; what would not read as one stands apart in brackets. */
function readObserved(text: string | null, translate: (key: string) => string): string {
  if (text === null) return translate('condition.not_observed');
  if (text === '') return translate('condition.none_observed');
  if (text === 'true' || text === 'false') return `(${translate(text === 'true' ? 'generic.yes' : 'generic.no')})`;
  return text
    .split(', ')
    .map((part) => groupDigits(part))
    .join(', ');
}
