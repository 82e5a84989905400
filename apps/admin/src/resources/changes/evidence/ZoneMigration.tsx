import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { ImpactReport } from '@backstop/contracts';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import { groupDigits } from '../../../text/figures.ts';
import { ZoneBar } from '../../home/ZoneBar.tsx';
import { zoneShares } from '../../home/zoneShares.ts';

type Zones = NonNullable<ImpactReport['shocks'][number]['zones']>;

const SIDES = ['before', 'after'] as const;

/** The whole book by zone before and after, as two bars under each other and in figures. */
export function ZoneMigration({ zones }: { zones: Zones }) {
  const translate = useTranslate();
  const title = translate('zones.title');
  // The gravest first, by what a zone holds on either side.
  const held = zones.map(({ zone, before, after }) => ({ zone, actions: [], scopes: before + after }));
  const ordered = zoneShares({ zones: held, scopes: 1 }).flatMap(({ zone }) =>
    zones.filter((one) => one.zone === zone),
  );
  return (
    <Box component="section" aria-label={title} sx={{ maxWidth: 720 }}>
      <Typography variant="h3" sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'auto minmax(0, 1fr)',
          columnGap: 1.5,
          rowGap: 0.5,
          alignItems: 'center',
          mb: 1,
        }}
      >
        {SIDES.map((side) => (
          <SideBar key={side} zones={ordered} side={side} />
        ))}
      </Box>
      <Scroller label={title}>
        <Table size="small" aria-label={title}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('zones.zone')}</TableCell>
              <TableCell align="right">{translate('zones.before')}</TableCell>
              <TableCell align="right">{translate('zones.after')}</TableCell>
              <TableCell align="right">{translate('zones.change')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {ordered.map(({ zone, before, after }) => (
              <TableRow key={zone ?? ''} hover>
                <TableCell>
                  <ZoneChip zone={zone} />
                </TableCell>
                <TableCell align="right">{groupDigits(String(before))}</TableCell>
                <TableCell align="right">{groupDigits(String(after))}</TableCell>
                <TableCell align="right" sx={{ fontWeight: before === after ? 400 : 650 }}>
                  {signed(after - before)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Scroller>
    </Box>
  );
}

function SideBar({ zones, side }: { zones: Zones; side: (typeof SIDES)[number] }) {
  const translate = useTranslate();
  const name = translate(`zones.${side}`);
  const scopes = zones.reduce((sum, zone) => sum + zone[side], 0);
  const held = zones
    .filter((zone) => zone[side] > 0)
    .map((zone) => ({ zone: zone.zone, actions: [], scopes: zone[side] }));
  return (
    <>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8rem' }}>
        {name}
      </Box>
      <ZoneBar shares={zoneShares({ zones: held, scopes })} prefix={`${name}: `} />
    </>
  );
}

function signed(count: number): string {
  if (count === 0) return '0';
  return `${count > 0 ? '+' : '−'}${groupDigits(String(Math.abs(count)))}`;
}
