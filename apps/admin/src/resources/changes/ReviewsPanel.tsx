import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import CancelOutlined from '@mui/icons-material/CancelOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { Panel } from '../../layout/Panel.tsx';

/** Everything that reviewers ever said of the change, the latest first; what no longer counts says so. */
export function ReviewsPanel({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  if (change.reviews.length === 0) return null;
  return (
    <Panel title={translate('reviews.title')}>
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {change.reviews.toReversed().map((review) => (
          <ReviewRow key={`${review.by} ${review.at} ${review.verdict}`} review={review} />
        ))}
      </Box>
    </Panel>
  );
}

function ReviewRow({ review }: { review: ChangeResource['reviews'][number] }) {
  const translate = useTranslate();
  const isApproval = review.verdict === 'approve';
  const tone = !review.counts ? 'neutral' : isApproval ? 'healthy' : 'danger';
  return (
    <Box component="li" sx={row}>
      <Box aria-hidden component="span" sx={{ display: 'inline-flex', color: `tones.${tone}`, pt: '2px' }}>
        {isApproval ? <CheckCircleOutlined fontSize="small" /> : <CancelOutlined fontSize="small" />}
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          <PersonName id={review.by} />
        </Box>{' '}
        {translate(`reviews.${review.verdict}`)}
        {review.counts ? null : <strong> · {translate('reviews.void')}</strong>}
        <Box sx={{ color: 'text.secondary', fontSize: '0.8rem' }}>
          <InstantField value={review.at} /> ·{' '}
          <HashField value={review.digest} label={translate('reviews.digest')} length={8} /> ·{' '}
          {translate('reviews.as', { roles: review.roles.join(', ') })}
        </Box>
        {review.comment === '' ? null : <Box sx={{ mt: 0.25, whiteSpace: 'pre-wrap' }}>{review.comment}</Box>}
      </Box>
    </Box>
  );
}

const row = {
  display: 'flex',
  gap: 1,
  py: 1,
  fontSize: '0.88rem',
  borderTop: 1,
  borderColor: 'divider',
  '&:first-of-type': { borderTop: 0, pt: 0 },
} as const;
