import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { freeName } from '../../rules/builder/ruleRows.ts';
import { byText, canonicalPlaces, rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { CaseCard } from './CaseCard.tsx';
import type { TriedTrigger } from './tryTrigger.ts';

interface Props {
  readonly cases: readonly RawRow[];
  /** Null while the rules are not sound. */
  readonly tried: TriedTrigger | null;
  readonly zones: readonly string[];
  /** The name of the case whose way through the rules is lit. */
  readonly lit: string | null;
  readonly onLight: (name: string | null) => void;
  readonly onChange: (cases: readonly RawRow[]) => void;
}

/** Accounts and the zones they must come to: each judged as it is typed, with what no case puts to the test. */
export function CasesEditor({ cases, tried, zones, lit, onLight, onChange }: Props) {
  const translate = useTranslate();
  const places = canonicalPlaces(cases, byText('name'));
  const add = (): void => {
    const facts = { equity: '100', initialMargin: '120', maintenanceMargin: '100' };
    const name = freeName('case', cases);
    onChange([...cases, { name, facts, zone: zones[0] ?? 'healthy' }]);
    onLight(name);
  };
  return (
    <Box component="section" aria-label={translate('builder.cases')} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3">{translate('builder.cases')}</Typography>
      <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.84rem' }}>
        {tried === null ? translate('builder.cases_later') : <Coverage tried={tried} />}
      </Box>
      <Box
        component="ul"
        aria-label={translate('builder.cases')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
      >
        {cases.map((one, at) => (
          <CaseCard
            // A case is known by its place while its name is typed.
            key={at}
            one={one}
            pointer={`/cases/${String(places[at] ?? at)}`}
            judged={tried?.judged.get(rawText(one, 'name')) ?? null}
            zones={zones}
            isLit={lit !== null && lit === rawText(one, 'name')}
            onLight={onLight}
            onChange={(next) => onChange(cases.map((other, place) => (place === at ? next : other)))}
            onRemove={() => onChange(cases.filter((_, place) => place !== at))}
          />
        ))}
      </Box>
      <Box>
        <Button variant="outlined" size="small" onClick={add}>
          {translate('builder.add_case')}
        </Button>
      </Box>
    </Box>
  );
}

function Coverage({ tried }: { tried: TriedTrigger }) {
  const translate = useTranslate();
  const { decided, undecided } = tried.coverage;
  const count = { decided: decided.length, of: decided.length + undecided.length };
  return (
    <>
      {translate('builder.coverage', count)}
      {undecided.length === 0 ? '' : ` ${translate('builder.not_covered', { names: undecided.join(', ') })}`}
    </>
  );
}
