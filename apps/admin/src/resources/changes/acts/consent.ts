import type { ChangeResource } from '@backstop/contracts';
import type { ChangeAct } from '../../../providers/changeApi.ts';
import { readDuration } from '../../../text/readDuration.ts';

type Translate = (key: string, options?: Record<string, unknown>) => string;

/** Digits of a digest that a person reads before agreeing to it. */
const DIGITS = 12;

/**
 * What somebody agrees to by an act, in whole sentences: which submission, what it does, from when, and what follows. Instants
 * stand in it as the wire has them: a `Sentence` tells them by the reader's clock.
 */
export function consent(act: ChangeAct, change: ChangeResource, me: string | null, translate: Translate): string[] {
  const { submission, effect, emergency } = change;
  const digest = submission?.digest.slice(0, DIGITS) ?? '';
  const does = effect === null ? [] : [translate(`consent.effect_${effect}`)];
  const isMine = me !== null && change.contributors.includes(me);
  switch (act) {
    case 'approve':
      return [
        translate('consent.approve', { digest }),
        ...does,
        start(change, translate),
        ...(isMine ? [] : [translate('consent.not_mine')]),
        translate('consent.bound'),
      ];
    case 'reject':
      return [translate('consent.reject', { digest }), translate('consent.reject_stands')];
    case 'emergency':
      return [
        translate('consent.emergency', { digest }),
        ...does,
        translate('consent.emergency_now'),
        translate('consent.emergency_ends'),
      ];
    case 'confirm':
      return [
        translate('consent.confirm', { digest }),
        ...does,
        ...(emergency === null ? [] : [translate('consent.confirm_else', { instant: emergency.expiresAt })]),
        ...(isMine ? [] : [translate('consent.not_mine')]),
      ];
    case 'cancel':
      return [translate('consent.cancel'), start(change, translate, 'consent.cancel_from')];
    case 'submit':
      return [translate('consent.submit'), translate('consent.submit_bound')];
    case 'withdraw':
      return [translate('consent.withdraw')];
    case 'rebase':
      return [];
  }
}

/** From when: the instant, or what it depends on. */
function start(change: ChangeResource, translate: Translate, key = 'consent.from'): string {
  if (change.effectiveFrom !== null) return translate(key, { instant: change.effectiveFrom });
  const notice = change.submission?.requirement.noticeSeconds ?? 0;
  return translate('consent.from_earliest', { time: readDuration(notice) });
}
