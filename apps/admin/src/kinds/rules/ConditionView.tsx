import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LeafTrace } from '@backstop/core/rules';
import { visuallyHidden } from '../../layout/Loading.tsx';
import { readName } from '../../text/readKey.ts';
import { seenOf, type TreeNode } from './conditionTree.ts';
import { LeafView } from './LeafView.tsx';
import { SeenMark } from './SeenMark.tsx';
import { seenWord, toneOf } from './seenWord.ts';

/** What a decision says of a condition. */
export interface Observed {
  /** What the leaves saw, by pointer. */
  readonly leaves: ReadonlyMap<string, LeafTrace>;
  /** The nodes that made the condition what it is. */
  readonly deciding: ReadonlySet<TreeNode>;
  /** Whether the other nodes are left out. */
  readonly isPathOnly: boolean;
}

interface Props {
  readonly node: TreeNode;
  readonly observed?: Observed | undefined;
}

/** A condition as a tree of sentences: all, any and not as words; what decided is lit where that is known. */
export function ConditionView({ node, observed }: Props) {
  if (node.kind === 'leaf')
    return (
      <Line node={node} observed={observed}>
        <LeafView node={node} trace={observed?.leaves.get(node.pointer)} />
      </Line>
    );
  const only = node.parts[0];
  // "All of" one part is that part.
  if (node.kind !== 'not' && node.kind !== 'named' && node.parts.length === 1 && only !== undefined)
    return <ConditionView node={only} observed={observed} />;
  const parts = observed?.isPathOnly === true ? node.parts.filter((part) => observed.deciding.has(part)) : node.parts;
  return (
    <Box>
      <Line node={node} observed={observed}>
        <Heading node={node} />
      </Line>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, ml: 0.9, pl: 0 }}>
        {parts.map((part) => (
          <Box
            component="li"
            key={part.pointer}
            sx={{
              py: 0.25,
              pl: 1.5,
              borderLeft: 2,
              borderColor: observed?.deciding.has(part) === true ? 'brass' : 'divider',
            }}
          >
            <ConditionView node={part} observed={observed} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Heading({ node }: { node: Exclude<TreeNode, { kind: 'leaf' }> }) {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ fontSize: '0.84rem', fontWeight: 600 }}>
      {node.kind === 'named'
        ? translate('condition.named', { name: readName(node.name) })
        : translate(`condition.${node.kind}`)}
    </Box>
  );
}

/** A node with how it came out: the shape everywhere, the word where a comparison ends; what did not decide steps back. */
function Line({ node, observed, children }: Props & { readonly children: ReactNode }) {
  const translate = useTranslate();
  if (observed === undefined)
    return (
      <Box sx={{ fontSize: '0.88rem', color: node.kind === 'leaf' ? 'inherit' : 'text.secondary' }}>{children}</Box>
    );
  const seen = seenOf(node, observed.leaves);
  const isDeciding = observed.deciding.has(node);
  return (
    <Box
      data-deciding={isDeciding}
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        columnGap: 0.75,
        fontSize: '0.88rem',
        color: isDeciding ? 'text.primary' : 'text.secondary',
        ...(isDeciding ? {} : { '& strong': { fontWeight: 400 } }),
      }}
    >
      <Box component="span" sx={{ display: 'inline-flex', pt: '2px' }}>
        <SeenMark seen={seen} />
      </Box>
      <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
        <Box component="span" sx={node.kind === 'leaf' ? { ...word, color: toneOf(seen) } : visuallyHidden}>
          {` ${translate(seenWord(seen))}`}
        </Box>
        {isDeciding ? (
          <Box component="span" sx={visuallyHidden}>
            {` (${translate('condition.deciding')})`}
          </Box>
        ) : null}
      </Box>
    </Box>
  );
}

const word = { fontSize: '0.8rem', ml: 0.75, whiteSpace: 'nowrap' } as const;
