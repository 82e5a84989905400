import type { PhraseBook } from '../../text/phrases.ts';
import { germanAuditActs } from './germanAuditActs.ts';
import { germanLossMeanings } from './germanLossMeanings.ts';
import { germanNames } from './germanNames.ts';
import { germanOptions } from './germanOptions.ts';
import { germanProblems } from './germanProblems.ts';
import { germanRiskMeanings } from './germanRiskMeanings.ts';
import { germanRuleMeanings } from './germanRuleMeanings.ts';
import { germanSentences } from './germanSentences.ts';
import { germanZones } from './germanZones.ts';

/** What the core and the service say in English, in German. */
export const germanPhrases: PhraseBook = {
  names: { ...germanNames, ...germanAuditActs },
  options: germanOptions,
  zones: germanZones,
  problems: germanProblems,
  sentences: { ...germanSentences, ...germanRiskMeanings, ...germanRuleMeanings, ...germanLossMeanings },
  and: ' und ',
};
