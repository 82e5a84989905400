import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { LossLayer } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import { groupDigits } from '../../../text/figures.ts';
import { flowOf, type FlowingLoss } from './flow.ts';
import { LossFlow } from './LossFlow.tsx';
import { shareWords } from './shareWords.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** The deficit running through the layers, drawn and told: each takes its part, the rest goes on, and every unit is accounted for. */
export function WaterfallPicture({ loss }: { loss: FlowingLoss }) {
  const translate = useTranslate();
  const asset = loss.deficit?.asset;
  const { rows, total, isWhole } = flowOf(loss);
  return (
    <>
      {loss.deficit === null ? null : <LossFlow loss={loss} />}
      <Scroller label={translate('losses.picture')}>
        <Box component="table" aria-label={translate('losses.picture')} sx={sheet}>
          <thead>
            <tr>
              <th scope="col">{translate('losses.layer')}</th>
              <th scope="col" className="amount">
                {translate('losses.drawn')}
              </th>
              <th scope="col" className="amount">
                {translate('losses.share')}
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
                <td className="amount">
                  <MoneyField value={row.drawn} unit={asset} strong={row.type === 'uncovered'} />
                </td>
                <td className="amount">{shareWords(row.share)}</td>
                <td className="why">{whyOf(loss.layers[index], translate)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{translate('losses.total')}</th>
              <td className="amount">
                <MoneyField value={total} unit={asset} strong />
              </td>
              <td />
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
    </>
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
  '& .why': { color: 'text.secondary', minWidth: 150 },
  '& tfoot th, & tfoot td': { borderBottom: 0 },
} as const;
