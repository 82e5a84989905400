import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useTranslate } from 'react-admin';

interface Props {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Whether what is asked next goes into the log of decisions. */
export function RecordSwitch({ isOn, onChange }: Props) {
  const translate = useTranslate();
  return (
    <FormControlLabel
      control={<Switch size="small" checked={isOn} onChange={(_, next) => onChange(next)} />}
      label={translate('decisions.record')}
      slotProps={{ typography: { sx: { fontSize: '0.86rem' } } }}
    />
  );
}
