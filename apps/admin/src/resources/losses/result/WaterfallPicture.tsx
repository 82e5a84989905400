import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LossLayer } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import { groupDigits } from '../../../text/figures.ts';
import { flowOf, type FlowingLoss, type FlowRow } from './flow.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** The deficit running down the layers: each takes its part, the rest goes on to the next, and every unit is accounted for. */
export function WaterfallPicture({ loss }: { loss: FlowingLoss }) {
  const translate = useTranslate();
  const asset = loss.deficit?.asset;
  const { rows, total, isWhole } = flowOf(loss);
  return (
    <Scroller label={translate('losses.picture')}>
      <Box component="table" aria-label={translate('losses.picture')} sx={sheet}>
        <thead>
          <tr>
            <th scope="col">{translate('losses.layer')}</th>
            <th scope="col" aria-label={translate('losses.share')} />
            <th scope="col" className="amount">
              {translate('losses.drawn')}
            </th>
            <th scope="col">{translate('losses.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.type}>
              <th scope="row">
                {index < loss.layers.length ? `${String(index + 1)}. ` : ''}
                {translate(`layer.${row.type}`, { _: row.type })}
              </th>
              <td className="bar">
                <FlowBar row={row} />
              </td>
              <td className="amount">
                <MoneyField value={row.drawn} unit={asset} strong={row.type === 'uncovered'} />
              </td>
              <td className="why">{whyOf(loss.layers[index], translate)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{translate('losses.total')}</th>
            <td />
            <td className="amount">
              <MoneyField value={total} unit={asset} strong />
            </td>
            <td className="why">
              {translate(isWhole ? 'losses.adds_up' : 'losses.does_not_add_up', {
                deficit: groupDigits(loss.deficit?.amount ?? '0'),
                asset: asset ?? '',
              })}
            </td>
          </tr>
        </tfoot>
      </Box>
    </Scroller>
  );
}

/** Of what no layer took. */
const COLORS: Readonly<Record<string, string>> = { uncovered: 'tones.danger', owed: 'tones.caution' };

function FlowBar({ row: { type, from, share } }: { row: FlowRow }) {
  const percent = (part: number): string => `${String(part * 100)}%`;
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 18, bgcolor: 'action.hover', borderRadius: 0.5 }}>
      <Box
        sx={{
          position: 'absolute',
          top: 0,
          bottom: 0,
          left: percent(from),
          width: percent(share),
          minWidth: share > 0 ? 2 : 0,
          bgcolor: COLORS[type] ?? 'primary.main',
          borderRadius: 0.5,
        }}
      />
    </Box>
  );
}

/** What kept a layer from more, and what it does beside paying. */
function whyOf(layer: LossLayer | undefined, translate: Translate): string {
  if (layer === undefined) return '';
  const { limit, closes = 0, sizePlaced = '0', absorbed = '0', method, takingPart } = layer;
  return [
    limit === null ? '' : translate(`limit.${limit}`, { _: limit }),
    layer.type !== 'adl' || closes === 0
      ? ''
      : translate('losses.closed', {
          smart_count: closes,
          size: groupDigits(sizePlaced),
          absorbed: groupDigits(absorbed),
        }),
    method === undefined || takingPart === undefined
      ? ''
      : translate('losses.shared', { method: translate(`method.${method}`, { _: method }), smart_count: takingPart }),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

const sheet = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.86rem',
  '& th, & td': { textAlign: 'left', px: 1, py: 0.75, borderBottom: 1, borderColor: 'divider' },
  '& thead th': { color: 'text.secondary', fontSize: '0.76rem', fontWeight: 600 },
  '& tbody th': { fontWeight: 500, whiteSpace: 'nowrap' },
  '& .amount': { textAlign: 'right', whiteSpace: 'nowrap' },
  '& .bar': { width: '40%', minWidth: 90 },
  '& .why': { color: 'text.secondary', minWidth: 150 },
  '& tfoot th, & tfoot td': { borderBottom: 0 },
} as const;
