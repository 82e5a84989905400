import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { useAnalysis } from '../../../providers/queries.ts';
import { useSurroundings } from '../../generic/editor/EditorContext.ts';
import { AnalysisSummary } from '../../rules/AnalysisSummary.tsx';
import { findingsByPlace, type PlacedFinding } from '../../rules/findingsByPlace.ts';
import { rawText, type RawRow } from '../../rules/builder/rawRows.ts';
import { movedRule, triedInOrder, withCopy, withNewRule } from '../../rules/builder/ruleRows.ts';
import { RuleCard, type RuleActs } from './RuleCard.tsx';
import { useGrowing } from './useGrowing.ts';

interface Props {
  readonly document: RawRow;
  readonly rules: readonly RawRow[];
  /** The rule that decided the case that is lit; null = none is. */
  readonly litRule: string | null;
  readonly onChange: (rules: readonly RawRow[]) => void;
}

/** How long typing pauses before the service is asked to analyse, in milliseconds. */
const PAUSE = 400;

/** The rules in the order in which they are tried, folded to a line each; what the analysis finds stands with its rule. */
export function RulesEditor({ document, rules: typed, litRule, onChange }: Props) {
  const translate = useTranslate();
  const rules = triedInOrder(typed);
  const [open, setOpen] = useState<number | null>(null);
  const asked = usePaused(document);
  const { data: analysis, error, refetch } = useAnalysis({ kind: 'liquidation-trigger', document: asked });
  const placed = useMemo(() => findingsByPlace(analysis?.findings ?? []), [analysis]);
  const replace = (next: readonly RawRow[], opened: number | null): void => {
    setOpen(opened);
    onChange(triedInOrder(next));
  };
  const { problems } = useSurroundings();
  const drawn = useGrowing(rules.length);
  const latest = useRef({ rules, replace });
  useLayoutEffect(() => {
    latest.current = { rules, replace };
  });
  const acts = useMemo(() => actsOn(latest, setOpen), []);
  return (
    <Box component="section" aria-label={translate('builder.rules')} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h3">{translate('builder.rules')}</Typography>
      <AnalysisSummary analysis={analysis} error={error} onRetry={() => void refetch()} placed={placed.get('') ?? []} />
      <Box
        component="ol"
        data-rows
        aria-label={translate('builder.rules')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
      >
        {rules.slice(0, drawn).map((rule, at) => (
          <RuleCard
            // A rule is known by its place while its name is typed.
            key={at}
            rule={rule}
            index={at}
            count={rules.length}
            placed={placed.get(`rules/${String(at)}`) ?? NONE}
            mistakes={problems.filter(({ path }) => `${path}/`.startsWith(`/rules/${String(at)}/`))}
            isOpen={open === at}
            isLit={litRule !== null && litRule === rawText(rule, 'name')}
            acts={acts}
          />
        ))}
      </Box>
      <Box>
        <Button variant="outlined" size="small" onClick={() => replace(withNewRule(rules), rules.length)}>
          {translate('builder.add_rule')}
        </Button>
      </Box>
    </Box>
  );
}

/** What is done to the rules as they are when it is done. */
function actsOn(
  latest: RefObject<{ rules: readonly RawRow[]; replace: (next: readonly RawRow[], opened: number | null) => void }>,
  setOpen: (change: (open: number | null) => number | null) => void,
): RuleActs {
  const act = (next: (rules: readonly RawRow[]) => readonly RawRow[], opened: number | null): void => {
    const { rules, replace } = latest.current;
    replace(next(rules), opened);
  };
  return {
    toggle: (at) => setOpen((open) => (open === at ? null : at)),
    change: (at, next) => {
      const { rules, replace } = latest.current;
      const changed = triedInOrder(rules.map((one, place) => (place === at ? next : one)));
      // Another priority may put it elsewhere, where it stays open.
      replace(changed, changed.indexOf(next));
    },
    move: (from, to) => act((rules) => movedRule(rules, from, to), null),
    copy: (at) => act((rules) => withCopy(rules, at), at + 1),
    remove: (at) => act((rules) => rules.filter((_, place) => place !== at), null),
  };
}

const NONE: readonly PlacedFinding[] = [];

function usePaused<Value>(value: Value): Value {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
