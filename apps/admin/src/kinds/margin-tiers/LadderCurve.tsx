import { useMemo } from 'react';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import type { Ladder } from '@backstop/core/margin';
import { toFloat, type Decimal } from '@backstop/core/num';
import { Panel } from '../../layout/Panel.tsx';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import { CurveChart } from './CurveChart.tsx';
import { PICTURES, type Picture } from './picture.ts';
import { bordersOf, curve } from './curve.ts';
import type { LadderUnits } from './ladderUnits.ts';

/** The maintenance curve: as an amount, as a rate, or as the leverage it leaves; on a linear or logarithmic axis. */
export function LadderCurve({ ladder, units, marked }: { ladder: Ladder; units: LadderUnits; marked: Decimal | null }) {
  const translate = useTranslate();
  const params = useSearchParams();
  // Where open interest moves the rate, the rate against open interest is the only curve there is.
  const isByOpenInterest = ladder.model === 'open-interest-scaled';
  const picture = isByOpenInterest ? 'rate' : (PICTURES.find((name) => name === params.get('curve')) ?? 'margin');
  const isLogarithmic = params.get('axis') === 'log';
  const points = useMemo(() => curve(ladder, units.precision), [ladder, units.precision]);
  const borders = useMemo(() => bordersOf(ladder).map(toFloat), [ladder]);
  return (
    <Panel
      title={translate(isByOpenInterest ? 'curve.title_open_interest' : 'curve.title')}
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {isByOpenInterest ? null : (
            <ToggleButtonGroup
              exclusive
              value={picture}
              aria-label={translate('curve.picture')}
              onChange={(_, next: Picture | null) => next !== null && params.set({ curve: next }, true)}
            >
              {PICTURES.map((name) => (
                <ToggleButton key={name} value={name}>
                  {translate(`curve.${name}`)}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
          <ToggleButtonGroup
            exclusive
            value={isLogarithmic ? 'log' : 'linear'}
            aria-label={translate('curve.axis')}
            onChange={(_, next: string | null) =>
              next !== null && params.set({ axis: next === 'log' ? 'log' : null }, true)
            }
          >
            <ToggleButton value="linear">{translate('curve.linear')}</ToggleButton>
            <ToggleButton value="log">{translate('curve.log')}</ToggleButton>
          </ToggleButtonGroup>
        </Box>
      }
    >
      <CurveChart
        ladder={ladder}
        units={units}
        picture={picture}
        isLogarithmic={isLogarithmic}
        points={points}
        borders={borders}
        marked={marked === null || isByOpenInterest ? null : toFloat(marked)}
      />
    </Panel>
  );
}
