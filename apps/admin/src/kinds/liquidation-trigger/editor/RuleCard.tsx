import { memo, type DragEvent } from 'react';
import DragIndicator from '@mui/icons-material/DragIndicator';
import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { Problem } from '@backstop/core/problem';
import { Note } from '../../../fields/Note.tsx';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';
import { RowButtons } from '../../generic/editor/RowButtons.tsx';
import { FindingsHere } from '../../rules/FindingsHere.tsx';
import type { PlacedFinding } from '../../rules/findingsByPlace.ts';
import { rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { actionsOf } from './ruleActions.ts';
import { RuleFields } from './RuleFields.tsx';

interface Props {
  readonly rule: RawRow;
  /** In the order in which rules are tried. */
  readonly index: number;
  readonly count: number;
  readonly placed: readonly PlacedFinding[];
  readonly isOpen: boolean;
  /** Whether the account that is tried was decided here. */
  readonly isLit: boolean;
  /** What the core finds wrong with it, by pointer. */
  readonly mistakes: readonly Problem[];
  /** The same from one key to the next. */
  readonly acts: RuleActs;
}

/** What is done to rules, each known by its place. */
export interface RuleActs {
  readonly toggle: (at: number) => void;
  readonly change: (at: number, rule: RawRow) => void;
  readonly move: (from: number, to: number) => void;
  readonly copy: (at: number) => void;
  readonly remove: (at: number) => void;
}

/** A rule in a line: drag, keys or buttons move it; unfolded, all of it is edited. Findings stand with it either way. */
function Card({ rule, index, count, placed, isOpen, isLit, mistakes, acts }: Props) {
  const translate = useTranslate();
  const pointer = `/rules/${String(index)}`;
  const name = rawText(rule, 'name');
  const { zone, actions } = actionsOf(rule);
  const start = (event: DragEvent): void => event.dataTransfer.setData(DRAGGED, String(index));
  const drop = (event: DragEvent): void => {
    const from = event.dataTransfer.getData(DRAGGED);
    if (from === '') return;
    event.preventDefault();
    acts.move(Number(from), index);
  };
  return (
    <Box
      component="li"
      data-pointer={pointer}
      onDragOver={(event: DragEvent) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={drop}
      sx={{
        border: 1,
        borderLeft: isLit ? 4 : 1,
        borderColor: mistakes.length > 0 ? 'tones.danger' : isLit ? 'brass' : 'divider',
        borderRadius: 1,
        px: 1,
        py: 0.75,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Box
          draggable
          onDragStart={start}
          aria-hidden
          sx={{ cursor: 'grab', display: 'flex', color: 'text.secondary' }}
        >
          <DragIndicator fontSize="small" />
        </Box>
        <Box sx={{ color: 'text.secondary', minWidth: 24 }}>{index + 1}.</Box>
        <ZoneChip zone={zone} actions={actions} />
        <Box sx={{ mr: 'auto', overflowWrap: 'anywhere' }}>{name}</Box>
        {isLit ? <ToneChip tone="neutral">{translate('builder.decided')}</ToneChip> : null}
        {mistakes.length === 0 ? null : (
          <ToneChip tone="danger">{translate('draft.mistakes', { smart_count: mistakes.length })}</ToneChip>
        )}
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-label={translate(isOpen ? 'builder.fold_rule' : 'builder.edit_rule', { name })}
          onClick={() => acts.toggle(index)}
        >
          {translate(isOpen ? 'draft.fold' : 'draft.unfold')}
        </Button>
        <Button size="small" aria-label={translate('builder.copy_rule', { name })} onClick={() => acts.copy(index)}>
          {translate('builder.copy')}
        </Button>
        <RowButtons
          index={index}
          count={count}
          name={translate('builder.rule', { name })}
          onMove={acts.move}
          onRemove={acts.remove}
        />
      </Box>
      {mistakes
        .filter(({ path }) => !path.startsWith(`${pointer}/conditions/`))
        .map(({ path, message }) => (
          <Note
            key={path + message}
            tone="danger"
            icon={<ErrorOutlineOutlined fontSize="inherit" />}
            sentence={message}
          />
        ))}
      {isOpen ? <RuleFields rule={rule} pointer={pointer} onChange={(next) => acts.change(index, next)} /> : null}
      {placed.length === 0 ? null : <FindingsHere placed={placed} about={name} />}
    </Box>
  );
}

/** Drawn anew only where something of it is another: every key reads all rules anew, and there may be many. */
export const RuleCard = memo(Card, (before, after) => {
  const { rule, mistakes, ...others } = after;
  return (
    Object.entries(others).every(([name, value]) => value === before[name as keyof Props]) &&
    JSON.stringify([rule, mistakes]) === JSON.stringify([before.rule, before.mistakes])
  );
});

const DRAGGED = 'application/x-backstop-rule';
