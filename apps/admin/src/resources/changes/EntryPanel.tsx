import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeEntryResource, ChangeResource } from '@backstop/contracts';
import { EffectChip } from '../../fields/EffectChip.tsx';
import { readScope } from '../../fields/readScope.ts';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { ladderUnits } from '../../kinds/margin-tiers/ladderUnits.ts';
import { Panel } from '../../layout/Panel.tsx';
import { MONO } from '../../layout/theme.ts';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import { useSpecification } from '../../providers/useSpecification.ts';
import { DifferenceTable } from '../policies/DifferenceTable.tsx';
import { policyPath } from '../policies/policiesPath.ts';
import { rowName } from './changePath.ts';
import { RowThread } from './comments/RowThread.tsx';
import { ThreadButton } from './comments/ThreadButton.tsx';

interface Props {
  readonly change: ChangeResource;
  readonly entry: ChangeEntryResource;
}

/** One policy of a change: row by row what it was and what it becomes, with what was said about each row. */
export function EntryPanel({ change, entry }: Props) {
  const translate = useTranslate();
  const { data: specification } = useSpecification();
  const asked = useSearchParams().get('row');
  // What the address asks for is open until somebody closes it.
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isAsked = (path: string): boolean => asked === rowName(entry.policy, path);
  const isOpenAt = (path: string): boolean => toggled.get(path) ?? isAsked(path);
  const [showsJson, setShowsJson] = useState(false);
  const { settlementAsset } = ladderUnits(entry.scope, specification);
  const isUnread = entry.differences.length === 0 && hasMistake(change, entry);
  const said = change.thread.filter(({ policy }) => policy === entry.policy);
  return (
    <Panel
      title={entry.title}
      note={
        <Link component={LinkBase} to={policyPath(entry.policy)}>
          {entry.policy}
        </Link>
      }
      flush
      actions={
        <>
          {isUnread ? null : <EffectChip effect={entry.effect} />}
          {entry.mode === 'shadow' ? <ToneChip tone="neutral">{translate('status.shadow')}</ToneChip> : null}
          {entry.document === null ? null : (
            <Button aria-expanded={showsJson} onClick={() => setShowsJson(!showsJson)}>
              {translate(showsJson ? 'json.hide' : 'change.show_document')}
            </Button>
          )}
        </>
      }
    >
      <Box sx={{ px: 2, py: 1.25, fontSize: '0.86rem', color: 'text.secondary' }}>
        {readBase(entry, translate)} · {readScope(entry.scope, translate)}
      </Box>
      <EntryNotes entry={entry} isUnread={isUnread} />
      {showsJson ? (
        <Box
          component="pre"
          tabIndex={0}
          aria-label={translate('change.document_of', { policy: entry.policy })}
          sx={json}
        >
          {JSON.stringify(entry.document, null, 2)}
        </Box>
      ) : null}
      {entry.differences.length === 0 ? null : (
        <DifferenceTable
          label={translate('change.differences_of', { policy: entry.policy })}
          differences={entry.differences}
          asset={settlementAsset}
          extraOf={({ path }) => {
            const comments = said.filter((comment) => comment.path === path);
            const isOpen = isOpenAt(path);
            const toggle = (): void => setToggled(new Map(toggled).set(path, !isOpen));
            return {
              action: <ThreadButton about={path} count={comments.length} isOpen={isOpen} onToggle={toggle} />,
              below: isOpen ? (
                <RowThread
                  changeId={change.id}
                  policy={entry.policy}
                  path={path}
                  comments={comments}
                  isAsked={isAsked(path)}
                />
              ) : null,
            };
          }}
        />
      )}
    </Panel>
  );
}

/** Of a document with a mistake it is not known what it changes. */
function hasMistake({ problems }: ChangeResource, { policy }: ChangeEntryResource): boolean {
  return problems.some(({ pointer }) => pointer.startsWith(`/${policy}/document`));
}

/** What is to be known of an entry besides its differences. */
function EntryNotes({ entry, isUnread }: Pick<Props, 'entry'> & { isUnread: boolean }) {
  const translate = useTranslate();
  const notes = [
    ...(entry.document === null ? [translate('change.entry_ends')] : []),
    ...(entry.base === null && entry.document !== null ? [translate('change.entry_new')] : []),
    ...(entry.mode === 'shadow' ? [translate('change.entry_shadow')] : []),
    ...(entry.differences.length === 0 && entry.base !== null && entry.document !== null
      ? [translate(isUnread ? 'draft.differences_later' : 'versions.no_difference')]
      : []),
  ];
  if (notes.length === 0) return null;
  return (
    <Box sx={{ px: 2, pb: 1.5, display: 'grid', gap: 1 }}>
      {notes.map((note) => (
        <Alert key={note} severity="info" variant="outlined" sx={{ bgcolor: 'background.paper' }}>
          {note}
        </Alert>
      ))}
    </Box>
  );
}

function readBase(
  { base, current, version }: ChangeEntryResource,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  const written = base === null ? translate('change.base_none') : translate('change.base', { version: base });
  const number = version === null ? '' : ` · ${translate('change.version', { version })}`;
  const since =
    version === null && current !== base ? ` · ${translate('change.base_old', { version: current ?? 0 })}` : '';
  return written + number + since;
}

const json = {
  m: 0,
  p: 2,
  borderTop: 1,
  borderColor: 'divider',
  maxHeight: 420,
  overflow: 'auto',
  fontFamily: MONO,
  fontSize: '0.8rem',
} as const;
