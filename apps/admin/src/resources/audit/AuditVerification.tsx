import { useState } from 'react';
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Panel } from '../../layout/Panel.tsx';
import { Refused } from '../../layout/Refused.tsx';
import { MONO } from '../../layout/theme.ts';
import { auditApi, auditExportPath } from '../../providers/auditApi.ts';
import { VerificationResult } from './VerificationResult.tsx';

/** Walks the whole chain on demand, hands it out, and tells how to check it without trusting this service. */
export function AuditVerification() {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const verify = useMutation({ mutationFn: () => auditApi.verify() });
  return (
    <Panel
      title={translate('audit.verify_title')}
      actions={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {translate(isOpen ? 'audit.offline_hide' : 'audit.offline_show')}
          </Button>
          <Button href={auditExportPath} download="audit.ndjson" variant="outlined" startIcon={<DownloadOutlined />}>
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
            {translate('audit.verify_lead')}
          </Typography>
        )}
      </Box>
      {isOpen ? <Offline /> : null}
    </Panel>
  );
}

function Offline() {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 2, pt: 1.5, borderTop: 1, borderColor: 'divider', fontSize: '0.86rem' }}>
      <Box component="ol" sx={{ m: 0, pl: 2.5, '& li': { mb: 0.75 } }}>
        <li>{translate('audit.offline_export')}</li>
        <li>
          {translate('audit.offline_run')}
          <Box component="pre" tabIndex={0} aria-label={translate('audit.offline_command')} sx={command}>
            npm run verify-audit -- audit.ndjson
          </Box>
        </li>
        <li>
          {translate('audit.offline_checkpoint')}
          <Box component="pre" tabIndex={0} aria-label={translate('audit.offline_command_kept')} sx={command}>
            npm run verify-audit -- audit.ndjson --checkpoint 1234:9f86d081…
          </Box>
        </li>
      </Box>
    </Box>
  );
}

const command = {
  m: 0,
  mt: 0.5,
  px: 1.25,
  py: 0.75,
  bgcolor: 'raised',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  fontFamily: MONO,
  fontSize: '0.8rem',
  overflowX: 'auto',
} as const;
