import { useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { Conflict } from '@backstop/core/change';
import { Panel } from '../../../layout/Panel.tsx';
import { useNameOf } from '../../../providers/directory.ts';
import { useSession } from '../../../providers/session.ts';
import { ConflictTable } from '../acts/ConflictTable.tsx';
import type { Draft } from './draft.ts';
import { mergeDrafts, type DraftSides } from './mergeDrafts.ts';
import { placeLabel } from './placeLabel.ts';
import { placeValue } from './placeValue.ts';
import { SideChanges } from './SideChanges.tsx';

interface Props {
  /** What was typed, what it was typed on (null where that is not known any more), and what somebody saved since. */
  readonly sides: Omit<DraftSides, 'base'> & { readonly base: Draft | null };
  /** Who saved it: a person's id, null where that is not known. */
  readonly by: string | null;
  readonly onTakeTheirs: () => void;
  /** Goes on with a draft that is based on theirs. */
  readonly onMerge: (merged: Draft) => void;
}

/** That somebody saved a draft while it was typed in: what each changed, and the ways on. Nothing typed is lost. */
export function MergePanel({ sides: { base, mine, theirs }, by, onTakeTheirs, onMerge }: Props) {
  const translate = useTranslate();
  const toldOf = useToldOf(by);
  return (
    <Panel title={toldOf('title')}>
      <Box role="alert" sx={{ mb: 1.5 }}>
        {translate(base === null ? 'draft.outdated' : 'merge.text')}
      </Box>
      {base === null ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="outlined" onClick={() => onMerge(mine)}>
            {translate('draft.take_over')}
          </Button>
          <Button variant="outlined" onClick={onTakeTheirs}>
            {toldOf('take')}
          </Button>
        </Box>
      ) : (
        <Merge sides={{ base, mine, theirs }} toldOf={toldOf} onTakeTheirs={onTakeTheirs} onMerge={onMerge} />
      )}
    </Panel>
  );
}

/** What is said of whoever saved it: by name, or that it was oneself elsewhere. */
type ToldOf = (what: 'title' | 'changed' | 'take' | 'head') => string;

function useToldOf(by: string | null): ToldOf {
  const translate = useTranslate();
  const nameOf = useNameOf();
  const me = useSession().person?.id ?? null;
  if (by === null) return (what) => translate(`merge.unknown_${what}`);
  if (by === me) return (what) => translate(`merge.self_${what}`);
  return (what) => translate(`merge.named_${what}`, { name: nameOf(by) });
}

interface MergeProps extends Pick<Props, 'onTakeTheirs' | 'onMerge'> {
  readonly sides: DraftSides;
  readonly toldOf: ToldOf;
}

function Merge({ sides, toldOf, onTakeTheirs, onMerge }: MergeProps) {
  const translate = useTranslate();
  const { base, mine, theirs } = sides;
  const [taken, setTaken] = useState<ReadonlyMap<string, 'ours' | 'theirs'>>(new Map());
  // What is named stays named while somebody decides: the table is of the merge without any decision.
  const { conflicts } = useMemo(() => mergeDrafts({ base, mine, theirs }), [base, mine, theirs]);
  const left = conflicts.filter(({ path }) => !taken.has(path)).length;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
      <SideChanges title={toldOf('changed')} base={base} side={theirs} />
      <SideChanges title={translate('merge.mine')} base={base} side={mine} />
      {conflicts.length === 0 ? (
        <Box role="status">{translate('merge.clean')}</Box>
      ) : (
        <Conflicts
          conflicts={conflicts}
          taken={taken}
          theirs={toldOf('head')}
          onTake={(path, take) => setTaken(new Map(taken).set(path, take))}
        />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button
          variant="contained"
          disabled={left > 0}
          onClick={() => onMerge(mergeDrafts({ base, mine, theirs }, taken).merged)}
        >
          {translate('merge.put')}
        </Button>
        <Button variant="outlined" color="error" onClick={onTakeTheirs}>
          {toldOf('take')}
        </Button>
        {left === 0 ? null : <span>{translate('merge.left', { smart_count: left })}</span>}
      </Box>
    </Box>
  );
}

interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly taken: ReadonlyMap<string, 'ours' | 'theirs'>;
  /** What the other side is called. */
  readonly theirs: string;
  readonly onTake: (path: string, take: 'ours' | 'theirs') => void;
}

function Conflicts({ conflicts, taken, theirs: other, onTake }: ConflictsProps) {
  const translate = useTranslate();
  const pointers = new Map(conflicts.map(({ path }) => [placeLabel(path, translate), path]));
  const rows = conflicts.map(({ path, base, ours, theirs }) => {
    const read = (value: unknown): string => placeValue(path, value, translate);
    return { policy: '', path: placeLabel(path, translate), base: read(base), ours: read(ours), theirs: read(theirs) };
  });
  return (
    <Box component="section" aria-label={translate('rebase.conflicts')}>
      <Typography variant="h3">{translate('rebase.conflicts')}</Typography>
      <ConflictTable
        conflicts={rows}
        taken={[...taken].map(([pointer, take]) => ({ policy: '', path: placeLabel(pointer, translate), take }))}
        heads={{ ours: translate('merge.ours_head'), theirs: other }}
        onTake={({ path, take }) => {
          const pointer = pointers.get(path);
          if (pointer !== undefined) onTake(pointer, take);
        }}
      />
    </Box>
  );
}
