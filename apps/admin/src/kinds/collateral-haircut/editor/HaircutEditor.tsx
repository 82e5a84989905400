import { lazy, Suspense, useMemo } from 'react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTranslate } from 'react-admin';
import { collateralHaircut, type CollateralHaircutDocument } from '@backstop/core/kinds/collateral-haircut';
import type { Haircut } from '@backstop/core/margin';
import type { EditorProps, RawDocument } from '../../editorProps.ts';
import { SchemaEditor } from '../../generic/editor/SchemaEditor.tsx';
import { assetsNamed } from '../assetsNamed.ts';

const WeightCurve = lazy(() => import('../WeightCurve.tsx').then((module) => ({ default: module.WeightCurve })));

/** A haircut as its form, and what of an asset it counts as a curve beside what counted before. */
export function HaircutEditor(props: EditorProps) {
  const { scope, checked, before = null } = props;
  const translate = useTranslate();
  const [old, next] = [useHaircut(before), useHaircut(checked)];
  return (
    <Box sx={abreast}>
      <SchemaEditor {...props} />
      {next === null ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>{translate('haircut.curve_none')}</Box>
      ) : (
        <Suspense fallback={<Skeleton variant="rounded" height={320} />}>
          <WeightCurve haircut={next} before={old} asset={assetsNamed(scope, translate)} />
        </Suspense>
      )}
    </Box>
  );
}

function useHaircut(document: RawDocument | null): Haircut | null {
  return useMemo(
    () => (document === null ? null : collateralHaircut.compile(document as unknown as CollateralHaircutDocument)),
    [document],
  );
}

const abreast = {
  display: 'grid',
  gap: 2,
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 1fr)',
  '@media (min-width: 1500px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
} as const;
