import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { ImpactReport } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';
import { Facts } from '../../../layout/Facts.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import { useValuationAsset } from '../../../providers/useValuationAsset.ts';
import { groupDigits } from '../../../text/figures.ts';
import { HardestHit } from './HardestHit.tsx';
import { LossImpact } from './LossImpact.tsx';
import { ZoneMigration } from './ZoneMigration.tsx';

type Shock = ImpactReport['shocks'][number];

/** What happens at one move of the marks: zones before and after, who becomes liquidatable, who is hit hardest. */
export function ShockImpact({ shock }: { shock: Shock }) {
  const translate = useTranslate();
  const asset = useValuationAsset() ?? undefined;
  const { zones, newlyLiquidatable, noLongerLiquidatable, newlyIndeterminate, zoneMoves, hardestHit, losses } = shock;
  return (
    <>
      <Facts
        facts={[
          {
            label: translate('impact.newly_liquidatable'),
            value: (
              <Box
                component="span"
                sx={newlyLiquidatable.accounts > 0 ? { color: 'tones.danger', fontWeight: 650 } : {}}
              >
                {translate('impact.scopes', { smart_count: newlyLiquidatable.accounts })}
              </Box>
            ),
          },
          {
            label: translate('impact.notional'),
            value: <MoneyField value={newlyLiquidatable.notional} unit={asset} />,
          },
          {
            label: translate('impact.no_longer'),
            value: translate('impact.scopes', { smart_count: noLongerLiquidatable }),
          },
          {
            label: translate('impact.indeterminate'),
            value: translate('impact.scopes', { smart_count: newlyIndeterminate }),
          },
        ]}
      />
      {zones === undefined || zones.length === 0 ? null : <ZoneMigration zones={zones} />}
      {zoneMoves.length === 0 ? (
        <Box>{translate('impact.no_moves')}</Box>
      ) : (
        <Scroller label={translate('impact.moves')}>
          <Typography variant="h3" sx={{ mb: 0.5 }}>
            {translate('impact.moves')}
          </Typography>
          <Table size="small" aria-label={translate('impact.moves')} sx={{ maxWidth: 620 }}>
            <TableHead>
              <TableRow>
                <TableCell>{translate('impact.zone_before')}</TableCell>
                <TableCell>{translate('impact.zone_after')}</TableCell>
                <TableCell align="right">{translate('impact.count')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {zoneMoves.map(({ from, to, accounts }) => (
                <TableRow key={`${from ?? ''} ${to ?? ''}`} hover>
                  <TableCell>
                    <ZoneChip zone={from} />
                  </TableCell>
                  <TableCell>
                    <ZoneChip zone={to} />
                  </TableCell>
                  <TableCell align="right">{groupDigits(String(accounts))}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Scroller>
      )}
      {hardestHit.length === 0 ? null : <HardestHit rows={hardestHit} />}
      {losses === undefined ? null : <LossImpact losses={losses} />}
    </>
  );
}
