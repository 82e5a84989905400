import { useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { WaterfallPicture } from '../../resources/losses/result/WaterfallPicture.tsx';
import { tryLoss, type TriedLoss } from './tryLoss.ts';

const FIELDS = ['deficit', 'fund', 'asset'] as const;

/** A loss that runs through the waterfall as it stands, here and at once; nothing is sent. */
export function TestLoss({ document }: { document: Readonly<Record<string, unknown>> }) {
  const translate = useTranslate();
  const [typed, setTyped] = useState<TriedLoss>({ asset: 'USDT', deficit: '1000000', fund: '400000' });
  const outcome = useMemo(() => {
    const plain = (text: string): string => text.trim().replaceAll(',', '');
    return tryLoss(document, { asset: typed.asset.trim(), deficit: plain(typed.deficit), fund: plain(typed.fund) });
  }, [document, typed]);
  return (
    <Box component="section" aria-label={translate('waterfall.test')}>
      <Typography variant="h3">{translate('waterfall.test')}</Typography>
      <Box sx={{ color: 'text.secondary', fontSize: '0.84rem', mb: 1.5 }}>{translate('waterfall.test_note')}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={translate(`waterfall.test_${field}`)}
            value={typed[field]}
            onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
            sx={{ width: 200, '& input': field === 'asset' ? {} : { textAlign: 'right' } }}
          />
        ))}
      </Box>
      {outcome === null ? (
        <Box sx={{ color: 'text.secondary' }}>{translate('waterfall.test_none')}</Box>
      ) : (
        <WaterfallPicture loss={outcome} />
      )}
    </Box>
  );
}
