import { lazy, Suspense, useMemo } from 'react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { marginTiers, type MarginTiersDocument } from '@backstop/core/kinds/margin-tiers';
import { useSpecification } from '../../providers/useSpecification.ts';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import { useSettledText } from '../../layout/useSettledText.ts';
import type { ViewerProps } from '../viewerProps.ts';
import { LadderCalculator } from './LadderCalculator.tsx';
import { LadderFacts } from './LadderFacts.tsx';
import { ladderPoint } from './ladderPoint.ts';
import { LadderTable } from './LadderTable.tsx';
import { ladderUnits } from './ladderUnits.ts';
import { readAmount } from './readAmount.ts';

const LadderCurve = lazy(() => import('./LadderCurve.tsx').then((module) => ({ default: module.LadderCurve })));

/** A margin ladder: its steps, its curve, and what it asks of one notional; all computed by the core, here. */
export function LadderViewer({ document, scope }: ViewerProps) {
  const ladderDocument = document as unknown as MarginTiersDocument;
  const ladder = useMemo(() => marginTiers.compile(ladderDocument), [ladderDocument]);
  const { data: specification } = useSpecification();
  const units = ladderUnits(scope, specification);
  const params = useSearchParams();
  const [typed, type] = useSettledText(params.get('at') ?? '', (at) => params.set({ at }, true));
  const measure = readAmount(typed);
  const point = measure === null ? null : ladderPoint(ladder, measure, units.precision);
  return (
    <>
      <Box sx={abreast}>
        {ladder.model === 'step' ? (
          <LadderTable ladder={ladder} units={units} marked={point?.tierIndex ?? null} />
        ) : (
          <LadderFacts document={ladderDocument} isWhole />
        )}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <LadderCalculator ladder={ladder} units={units} typed={typed} point={point} onType={type} />
          <Suspense fallback={<Skeleton variant="rounded" height={380} />}>
            <LadderCurve ladder={ladder} units={units} marked={measure} />
          </Suspense>
        </Box>
      </Box>
      {ladder.model === 'step' ? <LadderFacts document={ladderDocument} /> : null}
    </>
  );
}

const abreast = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignItems: 'start',
  '@media (min-width: 1400px)': { gridTemplateColumns: 'minmax(0, 7fr) minmax(0, 5fr)' },
} as const;
