import { useRef, useState } from 'react';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useNavigate, useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { Failure } from '../../../layout/Failure.tsx';
import { PageHeader } from '../../../layout/PageHeader.tsx';
import { Panel } from '../../../layout/Panel.tsx';
import { useSearchParams } from '../../../layout/useSearchParams.ts';
import { changeApi } from '../../../providers/changeApi.ts';
import { useChangeWrite, useReload } from '../../../providers/changeQueries.ts';
import { newIdempotencyKey } from '../../../providers/newIdempotencyKey.ts';
import { useOthersEditing } from '../../../providers/presence.ts';
import { readFailure } from '../../../providers/readFailure.ts';
import { changePath, draftPath } from '../changePath.ts';
import { changeTitle } from '../changeTitle.ts';
import { PresenceNote } from '../PresenceNote.tsx';
import { WriteFailure } from '../WriteFailure.tsx';
import { AddPolicy } from './AddPolicy.tsx';
import { AskedApprovers } from './AskedApprovers.tsx';
import { requestOfDraft, type Draft, type DraftEntry } from './draft.ts';
import { DraftNotes } from './DraftNotes.tsx';
import { DraftTools } from './DraftTools.tsx';
import { ChangeTrail } from '../ChangeTrail.tsx';
import { EntryEditor } from './EntryEditor.tsx';
import { focusField } from './focusField.ts';
import { InstantInput } from './InstantInput.tsx';
import { MergePanel } from './MergePanel.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import { useAskedPlace } from './useAskedPlace.ts';
import { useDraft } from './useDraft.ts';
import { useEntryPlaces } from './useEntryPlaces.ts';

interface Props {
  readonly storeKey: string;
  /** Null = it does not exist yet. */
  readonly change: ChangeResource | null;
  /** What the service holds. */
  readonly stored: Draft;
}

/** Policies that are open at first; more are unfolded one by one. */
const OPEN_AT_FIRST = 3;

/** A change as it is written. Nothing typed is lost, and nothing is stored before somebody says so. */
export function DraftForm({ storeKey, change, stored }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const params = useSearchParams();
  const state = useDraft({ key: storeKey, stored, revision: change?.revision ?? null });
  const { draft } = state;
  const others = useOthersEditing(change, 'edits');
  const places = useEntryPlaces(draft.entries, OPEN_AT_FIRST);
  const form = useRef<HTMLElement>(null);
  useAskedPlace(params.get('at'), (pointer) => {
    const lead = places.goTo(pointer);
    if (lead === null) focusField(form.current, pointer);
    else lead();
  });
  const reload = useReload();
  const key = useRef(newIdempotencyKey());
  const [failed, setFailed] = useState<unknown>(null);
  const request = requestOfDraft(draft);
  const saving = useChangeWrite((body: NonNullable<typeof request>) =>
    change === null
      ? changeApi.create(body, key.current)
      : changeApi.edit({ id: change.id, revision: state.revision ?? change.revision }, body),
  );
  const update = (part: Partial<Draft>): void => {
    // Another content is another request.
    key.current = newIdempotencyKey();
    state.change({ ...draft, ...part });
  };
  const replace = (index: number, entry: DraftEntry): void =>
    update({ entries: draft.entries.map((one, at) => (at === index ? entry : one)) });

  /** Stores what was typed, if anything was, and goes on. */
  const save = (then: (id: string) => string): void => {
    if (change !== null && !state.isDirty) navigate(then(change.id));
    else if (request !== null) {
      saving.mutate(request, {
        onSuccess: ({ id }) => {
          state.forget();
          navigate(then(id), { replace: change === null });
        },
        // What somebody else saved is read at once: what each changed is then shown here, and the way on.
        onError: (error) => {
          if (change === null || readFailure(error).status !== 412) return;
          reload(change.id).then(() => saving.reset(), setFailed);
        },
      });
    }
  };
  return (
    <>
      <PageHeader
        title={
          change === null ? translate('draft.new') : translate('draft.of', { title: changeTitle(change, translate) })
        }
        trail={<ChangeTrail change={change} />}
      />
      <Box ref={form} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <PresenceNote others={others} />
        {state.isOutdated ? (
          <MergePanel
            key={change?.revision}
            sides={{ base: state.base, mine: draft, theirs: stored }}
            by={change?.updatedBy ?? null}
            onTakeTheirs={state.forget}
            onMerge={state.goOnWith}
          />
        ) : null}
        <DraftNotes state={state} change={change} />
        <Panel title={translate('draft.what')}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start' }}>
            <TextField
              multiline
              minRows={2}
              data-pointer="/reason"
              label={translate('draft.reason')}
              helperText={translate('draft.reason_note')}
              value={draft.reason}
              onChange={({ target }) => update({ reason: target.value })}
              sx={{ flex: '1 1 100%', maxWidth: 900 }}
              slotProps={{ htmlInput: { maxLength: 4000 } }}
            />
            <InstantInput
              pointer="/effectiveFrom"
              label={translate('draft.from')}
              absent={translate('draft.from_absent')}
              value={draft.effectiveFrom}
              onChange={(effectiveFrom) => update({ effectiveFrom })}
            />
            <InstantInput
              pointer="/effectiveUntil"
              label={translate('draft.until')}
              absent={translate('draft.until_absent')}
              value={draft.effectiveUntil}
              onChange={(effectiveUntil) => update({ effectiveUntil })}
            />
            <AskedApprovers
              ids={draft.requestedApprovers}
              contributors={change?.contributors ?? []}
              onChange={(requestedApprovers) => update({ requestedApprovers })}
            />
          </Box>
        </Panel>
        {draft.entries.map((entry, index) => (
          <EntryEditor
            key={entry.policy}
            entry={entry}
            isOpen={places.isOpen(entry.policy)}
            wanted={places.wantedOf(entry.policy)}
            onFold={(isOpen) => places.fold(entry.policy, isOpen)}
            onChange={(next) => replace(index, next)}
            onRemove={() => update({ entries: draft.entries.filter((one) => one !== entry) })}
          />
        ))}
        <AddPolicy
          taken={draft.entries.map(({ policy }) => policy)}
          onAdd={(entry) => update({ entries: [...draft.entries, entry] })}
          onFailure={setFailed}
        />
        {failed === null ? null : <Failure error={failed} />}
        {saving.error === null ? null : (
          <WriteFailure
            error={saving.error}
            changeId={change?.id ?? ''}
            onReloaded={() => saving.reset()}
            onGoTo={places.goTo}
          />
        )}
        <DraftTools
          isDirty={state.isDirty}
          isNew={change === null}
          isOutdated={state.isOutdated}
          isStorable={request !== null}
          isSaving={saving.isPending}
          onSave={() => save(draftPath)}
          onPreview={() => save((id) => `${draftPath(id)}?preview=1`)}
          onGoOn={() => save((id) => `${changePath(id)}?act=submit`)}
          onForget={state.forget}
        />
        {change !== null && params.get('preview') === '1' ? (
          <PreviewPanel change={change} isOutdated={state.isDirty} />
        ) : null}
      </Box>
    </>
  );
}
