import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { AnalysisRequest } from '@backstop/contracts';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { useAnalysis } from '../../providers/queries.ts';
import { ComparisonView } from './ComparisonView.tsx';

/** What a version does to accounts that another did not, as the service finds it out; nothing for kinds without rules. */
export function SemanticComparison({ kind, document, before }: Required<AnalysisRequest>) {
  const translate = useTranslate();
  const { data, error, refetch } = useAnalysis({ kind, document, before });
  if (data?.comparison === null) return null;
  return (
    <Box
      component="section"
      aria-labelledby="semantic-comparison"
      sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}
    >
      <Typography variant="h3" id="semantic-comparison" sx={{ mb: 0.75 }}>
        {translate('comparison.title')}
      </Typography>
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data !== undefined ? (
        <ComparisonView comparison={data.comparison} />
      ) : error === null ? (
        <Loading rows={2} />
      ) : null}
    </Box>
  );
}
