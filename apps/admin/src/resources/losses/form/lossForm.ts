import type { LossEventRequest } from '@backstop/contracts';

/** A loss as it is typed. */
export interface LossForm {
  /** The venue's own id of the event: needed to record it, not to try it. */
  readonly eventId: string;
  /** When it happened; empty = now. */
  readonly at: string;
  readonly account: string;
  readonly contract: string;
  readonly markPrice: string;
  readonly asset: string;
  readonly deficit: string;
  readonly size: string;
  readonly closePrice: string;
  readonly ownerId: string;
  /** Names, parted by commas. */
  readonly tags: string;
  /** Amounts with their assets, parted by semicolons: `12.5 USDT; 0.3 BTC`. */
  readonly residual: string;
  readonly fees: string;
  readonly treasury: string;
  /** Prices in the valuation asset, written the same way. */
  readonly prices: string;
  /** Where candidates come from. */
  readonly from: 'file' | 'book';
  /** Id of the stored book. */
  readonly book: string;
  /** Of a file: its name, and its lines for the service. */
  readonly file: { readonly name: string; readonly lines: readonly string[] } | null;
}

export const EMPTY_LOSS: LossForm = {
  eventId: '',
  at: '',
  account: '',
  contract: '',
  markPrice: '',
  asset: 'USDT',
  deficit: '',
  size: '',
  closePrice: '',
  ownerId: '',
  tags: '',
  residual: '',
  fees: '',
  treasury: '',
  prices: '',
  from: 'file',
  book: '',
  file: null,
};

/** The form of an event that a liquidation asks for. */
export function formOfEvent(event: LossEventRequest): LossForm {
  return {
    ...EMPTY_LOSS,
    eventId: event.eventId ?? '',
    at: event.at ?? '',
    account: event.account,
    contract: event.contract,
    markPrice: event.markPrice,
    asset: event.deficit?.asset ?? EMPTY_LOSS.asset,
    deficit: event.deficit?.amount ?? '',
    ownerId: event.ownerId ?? '',
    tags: event.tags.join(', '),
  };
}

/** Whether enough is typed to ask the service, which judges the rest. */
export function isAskable({ account, contract, markPrice, deficit, size, from, book }: LossForm): boolean {
  const hasLoss = deficit.trim() !== '' || size.trim() !== '';
  const hasCandidates = from === 'file' || book !== '';
  return [account, contract, markPrice].every((text) => text.trim() !== '') && hasLoss && hasCandidates;
}

/** What is sent: the loss first, then a candidate a line. */
export function linesOfLoss(form: LossForm): string {
  const loss = {
    ...(form.eventId.trim() === '' ? {} : { eventId: form.eventId.trim() }),
    ...(form.at === '' ? {} : { at: form.at }),
    account: form.account.trim(),
    contract: form.contract.trim(),
    markPrice: figure(form.markPrice),
    ...(form.deficit.trim() === '' ? {} : { deficit: { asset: form.asset.trim(), amount: figure(form.deficit) } }),
    ...(form.size.trim() === ''
      ? {}
      : { openPosition: { size: figure(form.size), closePrice: figure(form.closePrice) } }),
    ...(form.ownerId.trim() === '' ? {} : { ownerId: form.ownerId.trim() }),
    ...(form.tags.trim() === '' ? {} : { tags: partsOf(form.tags, ',') }),
    ...purses(form),
    ...(form.from === 'book' ? { bookSnapshot: form.book } : {}),
  };
  const candidates = form.from === 'file' ? (form.file?.lines ?? []) : [];
  return [JSON.stringify({ loss }), ...candidates].join('\n');
}

function figure(text: string): string {
  return text.trim().replaceAll(',', '');
}

function partsOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What stands beside the deficit to pay it; what cannot be read is sent as it is, for the service to name. */
function purses({ residual, fees, treasury, prices }: LossForm): object {
  const amounts = (text: string): { asset: string; amount: string }[] =>
    partsOf(text, ';').map((part) => {
      const [amount = '', asset = ''] = part.split(/\s+/);
      return { asset, amount: figure(amount) };
    });
  const lists = Object.entries({ residual, fees, treasury }).filter(([, text]) => text.trim() !== '');
  const priced = amounts(prices).map(({ asset, amount }) => [asset, amount] as const);
  return {
    ...Object.fromEntries(lists.map(([name, text]) => [name, amounts(text)])),
    ...(priced.length === 0 ? {} : { prices: Object.fromEntries(priced) }),
  };
}
