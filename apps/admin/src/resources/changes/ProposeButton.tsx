import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import Button from '@mui/material/Button';
import { LinkBase, useTranslate } from 'react-admin';
import { useMay } from '../../providers/session.ts';
import { proposePath } from './changePath.ts';

/** The way to a new change, for those who may write one. */
export function ProposeButton({ policies }: { policies: readonly string[] }) {
  const translate = useTranslate();
  if (!useMay('change:write')) return null;
  return (
    <Button component={LinkBase} to={proposePath(policies)} variant="outlined" startIcon={<EditNoteOutlined />}>
      {translate(policies.length === 0 ? 'changes.new' : 'changes.propose')}
    </Button>
  );
}
