import { useState } from 'react';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { JudgedCase } from '@backstop/core/kinds/liquidation-trigger';
import { Sentence } from '../../../fields/Sentence.tsx';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';
import { readKey } from '../../../text/readKey.ts';
import { useSurroundings } from '../../generic/editor/EditorContext.ts';
import { isRecord } from '../../../text/isRecord.ts';
import { useBuilder } from '../../rules/builder/BuilderContext.ts';
import { askable } from '../../rules/builder/conditionForm.ts';
import { FactPicker } from '../../rules/builder/FactPicker.tsx';
import { rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { ShortLabel } from '../../rules/builder/ShortLabel.tsx';
import { ZoneBefore } from './ZoneBefore.tsx';
import { statedText, statedValue } from './statedValue.ts';

interface Props {
  readonly one: RawRow;
  readonly pointer: string;
  /** What the rules make of it; null where they cannot be asked. */
  readonly judged: JudgedCase | null;
  readonly zones: readonly string[];
  readonly isLit: boolean;
  readonly onLight: (name: string | null) => void;
  readonly onChange: (one: RawRow) => void;
  readonly onRemove: () => void;
}

/** One case: the facts of the account, the zone it must come to, and the one it comes to with the reason. */
export function CaseCard({ one, pointer, judged, zones, isLit, onLight, onChange, onRemove }: Props) {
  const translate = useTranslate();
  const name = rawText(one, 'name');
  const { problems } = useSurroundings();
  const mistakes = problems.filter(
    ({ path, code }) => path.startsWith(`${pointer}/`) && code !== 'rule_case_must_hold',
  );
  const zone = typeof one['zone'] === 'string' ? one['zone'] : '';
  return (
    <Box
      component="li"
      data-pointer={pointer}
      sx={{
        border: 1,
        borderColor: judged?.holds === false ? 'tones.danger' : 'divider',
        borderRadius: 1,
        p: 1,
        pt: 1.5,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 1.5, alignItems: 'center' }}>
        <TextField
          size="small"
          label={<ShortLabel shown={translate('builder.name')} whole={translate('builder.name_of_case', { name })} />}
          value={name}
          onChange={({ target }) => {
            onChange({ ...one, name: target.value });
            if (isLit) onLight(target.value);
          }}
        />
        <ZoneBefore one={one} name={name} zones={zones} onChange={onChange} />
        <TextField
          select
          size="small"
          label={<ShortLabel shown={translate('builder.expects')} whole={translate('builder.expects_of', { name })} />}
          value={zone}
          onChange={({ target }) => onChange({ ...one, zone: target.value === '' ? null : target.value })}
          sx={{ width: 190 }}
        >
          {[...new Set([...zones, 'healthy', ...(zone === '' ? [] : [zone])])].map((each) => (
            <MenuItem key={each} value={each}>
              {each}
            </MenuItem>
          ))}
          <MenuItem value="">{translate('builder.expects_unknown')}</MenuItem>
        </TextField>
        {judged === null ? null : (
          <Box
            role="status"
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', fontSize: '0.84rem' }}
          >
            <ToneChip tone={judged.holds ? 'healthy' : 'danger'}>
              {translate(judged.holds ? 'builder.holds' : 'builder.fails')}
            </ToneChip>
            {judged.holds ? null : <ZoneChip zone={judged.zone} />}
            <Sentence text={judged.sentence} />
          </Box>
        )}
        <Box sx={{ ml: 'auto', display: 'flex' }}>
          <Button
            size="small"
            variant={isLit ? 'outlined' : 'text'}
            aria-pressed={isLit}
            aria-label={translate('builder.light_of', { name })}
            disabled={judged === null}
            onClick={() => onLight(isLit ? null : name)}
          >
            {translate('builder.light')}
          </Button>
          <IconButton size="small" aria-label={translate('builder.remove_case', { name })} onClick={onRemove}>
            <CloseOutlined fontSize="small" />
          </IconButton>
        </Box>
      </Box>
      <StatedFacts one={one} name={name} onChange={onChange} />
      {mistakes.map(({ path, message }) => (
        <Box key={path + message} sx={{ color: 'tones.danger', fontSize: '0.84rem' }}>
          {message}
        </Box>
      ))}
    </Box>
  );
}

function StatedFacts({ one, name, onChange }: Pick<Props, 'one' | 'onChange'> & { readonly name: string }) {
  const translate = useTranslate();
  const { catalogue } = useBuilder();
  const [isAdding, setAdding] = useState(false);
  const facts = isRecord(one['facts']) ? one['facts'] : {};
  const tell = (next: RawRow): void => onChange({ ...one, facts: next });
  const left = askable(catalogue).filter((fact) => fact.numerator === null && !(fact.name in facts));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 1.5, mt: 1.5, alignItems: 'center' }}>
      {Object.entries(facts).map(([fact, value]) => (
        <Box key={fact} sx={{ display: 'flex', alignItems: 'center' }}>
          <TextField
            size="small"
            label={
              <ShortLabel shown={readKey(fact)} whole={translate('builder.fact_in', { fact: readKey(fact), name })} />
            }
            value={statedText(value)}
            onChange={({ target }) => tell({ ...facts, [fact]: statedValue(target.value, catalogue.get(fact)) })}
            sx={{ width: 190 }}
          />
          <IconButton
            size="small"
            aria-label={translate('builder.remove_fact', { fact: readKey(fact), name })}
            onClick={() => tell(Object.fromEntries(Object.entries(facts).filter(([key]) => key !== fact)))}
          >
            <CloseOutlined fontSize="inherit" />
          </IconButton>
        </Box>
      ))}
      {isAdding ? (
        <FactPicker
          label={<ShortLabel shown={translate('builder.fact')} whole={translate('builder.add_fact_to', { name })} />}
          facts={left}
          name=""
          onChange={(fact) => {
            setAdding(false);
            tell({ ...facts, [fact.name]: statedValue(fact.minimum ?? fact.values?.[0] ?? '0', fact) });
          }}
        />
      ) : (
        <Button size="small" aria-label={translate('builder.add_fact_to', { name })} onClick={() => setAdding(true)}>
          {translate('builder.add_fact')}
        </Button>
      )}
    </Box>
  );
}
