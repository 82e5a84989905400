import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Panel } from '../../layout/Panel.tsx';
import { Refused } from '../../layout/Refused.tsx';
import { decisionApi, decisionExportPath } from '../../providers/decisionApi.ts';
import { VerificationResult } from '../audit/VerificationResult.tsx';

/** Walks the whole log on demand, and hands it out, for who verifies. */
export function LogVerification() {
  const translate = useTranslate();
  const verify = useMutation({ mutationFn: () => decisionApi.verify() });
  return (
    <Panel
      title={translate('decisions.verify_title')}
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button
            href={decisionExportPath}
            download="decisions.ndjson"
            variant="outlined"
            startIcon={<DownloadOutlined />}
          >
            {translate('audit.export')}
          </Button>
          <Button
            variant="contained"
            startIcon={<VerifiedOutlined />}
            disabled={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {translate(verify.isPending ? 'audit.verifying' : 'audit.verify')}
          </Button>
        </Box>
      }
    >
      <Box role="status" aria-live="polite">
        {verify.error !== null ? (
          <Refused error={verify.error} title="audit.not_verified" />
        ) : verify.data !== undefined ? (
          <VerificationResult verification={verify.data} />
        ) : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate('decisions.verify_lead')}
          </Typography>
        )}
      </Box>
    </Panel>
  );
}
