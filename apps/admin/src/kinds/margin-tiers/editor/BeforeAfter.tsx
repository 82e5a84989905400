import { lazy, Suspense, useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import { marginTiers, type MarginTiersDocument } from '@backstop/core/kinds/margin-tiers';
import type { Ladder } from '@backstop/core/margin';
import type { EditorProps, RawDocument } from '../../editorProps.ts';
import { useSpecification } from '../../../providers/useSpecification.ts';
import { acrossOf, amountUnitOf } from '../axisWords.ts';
import { curve } from '../curve.ts';
import { ladderUnits } from '../ladderUnits.ts';

const BeforeAfterChart = lazy(() =>
  import('./BeforeAfterChart.tsx').then((module) => ({ default: module.BeforeAfterChart })),
);

interface Curve {
  readonly ladder: Ladder;
  readonly points: ReturnType<typeof curve>;
}

interface Props {
  readonly scope: EditorProps['scope'];
  readonly before: RawDocument | null;
  /** Null while something is wrong with it. */
  readonly after: RawDocument | null;
}

/** The curves of maintenance and of leverage, of the version before and of what is written. */
export function BeforeAfter({ scope, before, after }: Props) {
  const translate = useTranslate();
  const { data: specification } = useSpecification();
  const units = ladderUnits(scope, specification);
  const [picture, setPicture] = useState<'margin' | 'leverage'>('margin');
  const [old, next] = [useCurve(before, units.precision), useCurve(after, units.precision)];
  const ladder = next?.ladder ?? old?.ladder ?? null;
  return (
    <Box component="section" aria-label={translate('sheet.curves')}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={picture}
        aria-label={translate('sheet.curves')}
        onChange={(_, value: 'margin' | 'leverage' | null) => value !== null && setPicture(value)}
      >
        <ToggleButton value="margin">{translate('sheet.curve_margin')}</ToggleButton>
        <ToggleButton value="leverage">{translate('sheet.curve_leverage')}</ToggleButton>
      </ToggleButtonGroup>
      {next === null ? <Box sx={{ color: 'text.secondary', py: 1 }}>{translate('sheet.curve_none')}</Box> : null}
      <Suspense fallback={<Skeleton variant="rounded" height={260} />}>
        {ladder === null ? null : (
          <BeforeAfterChart
            picture={picture}
            before={old?.points ?? null}
            after={next?.points ?? null}
            across={acrossOf(ladder, units, translate)}
            unit={picture === 'margin' ? amountUnitOf(ladder, units) : '×'}
          />
        )}
      </Suspense>
    </Box>
  );
}

function useCurve(document: RawDocument | null, precision: number): Curve | null {
  return useMemo(() => {
    if (document === null) return null;
    const ladder = marginTiers.compile(document as unknown as MarginTiersDocument);
    return { ladder, points: curve(ladder, precision) };
  }, [document, precision]);
}
