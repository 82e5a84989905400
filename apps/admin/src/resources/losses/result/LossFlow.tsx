import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Scroller } from '../../../layout/Scroller.tsx';
import { groupDigits } from '../../../text/figures.ts';
import { flowOf, type FlowingLoss, type FlowRow } from './flow.ts';
import { flowShapes, WHOLE } from './flowShapes.ts';
import { shareWords } from './shareWords.ts';

/** Below this a column cannot hold its words, in pixels: the picture scrolls. */
const COLUMN_MIN = 92;

/** The deficit as a stream that narrows by what each layer takes; what it says stands in its name and in the table by it. */
export function LossFlow({ loss }: { loss: FlowingLoss }) {
  const translate = useTranslate();
  const { rows } = flowOf(loss);
  const { source, shapes, width, height } = flowShapes(rows);
  const { amount, asset } = loss.deficit ?? { amount: '0', asset: '' };
  const nameOf = ({ type }: FlowRow, index: number): string =>
    (index < loss.layers.length ? `${String(index + 1)}. ` : '') + translate(`layer.${type}`, { _: type });
  const words = translate('waterfall.flow_says', {
    deficit: groupDigits(amount),
    asset,
    parts: rows.map((row, index) => `${nameOf(row, index)} ${groupDigits(row.drawn)}`).join('; '),
  });
  const columns = { gridTemplateColumns: `repeat(${String(rows.length + 1)}, minmax(0, 1fr))` };
  return (
    <Scroller label={translate('waterfall.flow')}>
      <Box sx={{ position: 'relative', minWidth: COLUMN_MIN * (rows.length + 1), mb: 1.5 }}>
        <Box
          component="svg"
          role="img"
          aria-label={words}
          viewBox={`0 0 ${String(width)} ${String(height)}`}
          preserveAspectRatio="none"
          sx={{ display: 'block', width: '100%', height, ...painted }}
        >
          <g className="uncovered">
            <path className="mark" d={source.mark} />
            <path className="lost" d={source.stream} />
          </g>
          {shapes.map(({ type, stream, branch, mark }) => (
            <g key={type} className={type === 'owed' || type === 'uncovered' ? type : 'layer'}>
              {stream === null ? null : <path className="lost" d={stream} />}
              {branch === null ? null : <path className="branch" d={branch} />}
              {mark === null ? null : <path className="mark" d={mark} />}
            </g>
          ))}
        </Box>
        <Box aria-hidden sx={{ display: 'grid', ...columns, mt: 0.75, columnGap: 0.75 }}>
          <span />
          {rows.map((row, index) => (
            <Words
              key={row.type}
              name={nameOf(row, index)}
              amount={groupDigits(row.drawn)}
              share={row.share === 0 ? '' : shareWords(row.share)}
              isQuiet={row.share === 0}
              top={row.type === 'uncovered' ? WHOLE * row.share - height : 0}
            />
          ))}
        </Box>
        <Box
          aria-hidden
          sx={{ position: 'absolute', top: WHOLE + 6, left: 0, width: `${String(100 / (rows.length + 1))}%` }}
        >
          <Words
            name={translate('losses.deficit')}
            amount={groupDigits(amount)}
            share={asset}
            isQuiet={false}
            top={0}
          />
        </Box>
      </Box>
    </Scroller>
  );
}

interface WordsProps {
  readonly name: string;
  readonly amount: string;
  readonly share: string;
  readonly isQuiet: boolean;
  /** Where it stands, in pixels from under the picture. */
  readonly top: number;
}

function Words({ name, amount, share, isQuiet, top }: WordsProps) {
  return (
    <Box
      sx={{
        position: 'relative',
        top,
        minWidth: 0,
        textAlign: 'center',
        fontSize: '0.78rem',
        lineHeight: 1.3,
        color: isQuiet ? 'text.secondary' : 'text.primary',
      }}
    >
      <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere', hyphens: 'auto' }}>{name}</Box>
      <Box sx={{ fontWeight: isQuiet ? 400 : 600, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}>
        {amount}
      </Box>
      <Box sx={{ color: 'text.secondary' }}>{share}</Box>
    </Box>
  );
}

/** What is lost is red until somebody bears it. */
const painted = {
  '& path': { fill: 'currentColor', stroke: 'none' },
  // Parts of one stream lie edge to edge: softened edges would be seen as lines.
  '& .lost': { color: 'tones.danger', opacity: 0.28, shapeRendering: 'crispEdges' },
  '& .layer': { color: 'primary.main' },
  '& .owed': { color: 'tones.caution' },
  '& .uncovered': { color: 'tones.danger' },
  '& .branch': { opacity: 0.5 },
} as const;
