import { useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { FundPositionResource, FundResource } from '@backstop/contracts';
import { Panel } from '../../layout/Panel.tsx';
import { Refused } from '../../layout/Refused.tsx';
import { fundApi } from '../../providers/fundApi.ts';
import { AccountFacts } from './AccountFacts.tsx';

/** What the compartment would be judged to be at some marks, and whether its loss opens deleveraging; nothing where nothing is held. */
export function AccountPanel({ fund: { id, asset } }: { fund: FundResource }) {
  const { data } = useQuery({
    queryKey: ['funds', 'positions', id],
    queryFn: ({ signal }) => fundApi.positions(id, signal),
  });
  const held = data?.filter(({ size }) => size !== '0') ?? [];
  return held.length === 0 ? null : <Account id={id} asset={asset} held={held} />;
}

function Account({ id, asset, held }: { id: string; asset: string; held: readonly FundPositionResource[] }) {
  const translate = useTranslate();
  const [marks, setMarks] = useState<Readonly<Record<string, string>>>({});
  const markOf = (contract: string): string => (marks[contract] ?? '').replaceAll(',', '').trim();
  const isComplete = held.every(({ contract }) => markOf(contract) !== '');
  const judging = useMutation({
    mutationFn: () =>
      fundApi.judge(id, {
        asOf: new Date().toISOString(),
        contracts: Object.fromEntries(held.map(({ contract }) => [contract, { markPrice: markOf(contract) }])),
      }),
    retry: false,
  });
  const judge = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isComplete && !judging.isPending) judging.mutate();
  };
  return (
    <Panel title={translate('funds.account')} note={translate('funds.account_note')}>
      <Box
        component="form"
        onSubmit={judge}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', pt: 0.75, mb: 1.5 }}
      >
        {held.map(({ contract }) => (
          <TextField
            key={contract}
            size="small"
            required
            label={translate('funds.mark', { contract })}
            value={marks[contract] ?? ''}
            onChange={({ target }) => {
              setMarks({ ...marks, [contract]: target.value });
              judging.reset();
            }}
            slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
            sx={{ minWidth: 240 }}
          />
        ))}
        <Button type="submit" variant="outlined" disabled={!isComplete || judging.isPending}>
          {translate('funds.judge')}
        </Button>
      </Box>
      {judging.error === null ? null : <Refused error={judging.error} title="funds.not_judged" />}
      {judging.data === undefined ? null : <AccountFacts account={judging.data} asset={asset} />}
    </Panel>
  );
}
