import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { LoggedDecision } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { ZoneChip } from '../../fields/ZoneChip.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { groupDigits } from '../../text/figures.ts';
import { OutcomeChip } from './OutcomeChip.tsx';

/** The entry itself: its place in the chain, who asked, and what of it moved. */
export function EntryFacts({ entry }: { entry: LoggedDecision }) {
  const translate = useTranslate();
  const hash = (value: string, label: string) => <HashField value={value} label={translate(label)} />;
  // An evaluation says these itself, below.
  const ownFacts =
    entry.type === 'evaluation'
      ? []
      : [
          { label: translate('decision.as_of'), value: <InstantField value={entry.asOf} /> },
          { label: translate('decisions.id'), value: hash(entry.decisionId, 'decisions.id') },
          { label: translate('decision.input_hash'), value: hash(entry.inputHash, 'decision.input_hash') },
        ];
  const others = new URLSearchParams({ account: entry.account }).toString();
  return (
    <Panel
      title={translate('decisions.entry')}
      note={translate('decisions.entry_number', { sequence: groupDigits(String(entry.sequence)) })}
      actions={
        <Link component={LinkBase} to={`/decisions?${others}`} sx={{ fontSize: '0.86rem' }}>
          {translate('decisions.others_of', { account: entry.account })}
        </Link>
      }
    >
      <Facts
        facts={[
          { label: translate('decisions.outcome'), value: <OutcomeChip outcome={entry.outcome} /> },
          ...entry.moves.map(({ scope, from, to }) => ({
            label: translate('decisions.moved', { scope }),
            value: (
              <>
                {from ?? translate('decisions.no_zone')} → <ZoneChip zone={to} />
              </>
            ),
          })),
          ...ownFacts,
          { label: translate('decisions.recorded_at'), value: <InstantField value={entry.recordedAt} /> },
          ...(entry.knownAt === null
            ? []
            : [{ label: translate('decisions.known_at'), value: <InstantField value={entry.knownAt} /> }]),
          { label: translate('decisions.actor'), value: <PersonName id={entry.actor} /> },
          { label: translate('decisions.hash'), value: hash(entry.hash, 'decisions.hash') },
          { label: translate('decisions.previous'), value: hash(entry.previous, 'decisions.previous') },
        ]}
      />
    </Panel>
  );
}
