import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { words, type LeafTrace } from '@backstop/core/rules';
import { groupDigits } from '../../text/figures.ts';
import { seenOf, type Seen, type TreeNode } from './conditionTree.ts';
import { SeenMark } from './SeenMark.tsx';

interface Props {
  readonly node: TreeNode;
  /** What the leaves saw, by pointer, where the condition is read from a decision. */
  readonly leaves?: ReadonlyMap<string, LeafTrace> | undefined;
}

/** A condition as a tree of sentences; with what was observed beside each where that is known. */
export function ConditionView({ node, leaves }: Props) {
  const translate = useTranslate();
  const seen = leaves === undefined ? undefined : seenOf(node, leaves);
  if (node.kind === 'leaf')
    return <LeafView node={node} trace={leaves?.get(node.pointer)} seen={seen} isTraced={leaves !== undefined} />;
  const only = node.parts[0];
  // "All of" one part is that part.
  if (node.kind !== 'not' && node.kind !== 'named' && node.parts.length === 1 && only !== undefined)
    return <ConditionView node={only} leaves={leaves} />;
  return (
    <Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          color: 'text.secondary',
          fontSize: '0.82rem',
          fontWeight: 600,
        }}
      >
        {leaves === undefined ? null : <SeenMark seen={seen} />}
        {node.kind === 'named'
          ? translate('condition.named', { name: words(node.name) })
          : translate(`condition.${node.kind}`)}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, ml: 0.75, pl: 1.75, borderLeft: 2, borderColor: 'divider' }}>
        {node.parts.map((part) => (
          <Box component="li" key={part.pointer} sx={{ py: 0.25 }}>
            <ConditionView node={part} leaves={leaves} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

type LeafNode = Extract<TreeNode, { kind: 'leaf' }>;

function LeafView({
  node,
  trace,
  seen,
  isTraced,
}: {
  node: LeafNode;
  trace: LeafTrace | undefined;
  seen: Seen;
  isTraced: boolean;
}) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 0.75, fontSize: '0.88rem' }}>
      {isTraced ? <SeenMark seen={seen} /> : null}
      <span>
        <strong>{words(node.fact)}</strong> {translate(`operator.${node.operator}`)}{' '}
        <strong>{readValue(node.value, translate)}</strong>
      </span>
      {trace === undefined ? null : (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {readTrace(trace, isReference(node.value), translate)}
        </Box>
      )}
    </Box>
  );
}

function isReference(value: LeafNode['value']): value is { readonly fact: string } {
  return typeof value === 'object' && 'fact' in value;
}

function readValue(value: LeafNode['value'], translate: (key: string) => string): string {
  if (isReference(value)) return words(value.fact);
  if (typeof value === 'boolean') return translate(value ? 'generic.yes' : 'generic.no');
  if (typeof value === 'object') return value.map((one) => groupDigits(String(one))).join(', ');
  return groupDigits(String(value));
}

/** What a leaf saw; what it was compared with too, where the condition names that only as a fact. */
function readTrace(
  { observed, compared }: LeafTrace,
  isAgainstFact: boolean,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  if (observed === null) return translate('condition.not_observed');
  if (compared === null || !isAgainstFact) return translate('condition.observed', { observed: groupDigits(observed) });
  return translate('condition.compared', { observed: groupDigits(observed), compared: groupDigits(compared) });
}
