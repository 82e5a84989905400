/** A loss as it is typed. */
export interface LossForm {
  readonly account: string;
  readonly contract: string;
  readonly markPrice: string;
  readonly asset: string;
  readonly deficit: string;
  readonly size: string;
  readonly closePrice: string;
  /** Where candidates come from. */
  readonly from: 'file' | 'book';
  /** Id of the stored book. */
  readonly book: string;
  /** Of a file: its name, and its lines for the service. */
  readonly file: { readonly name: string; readonly lines: readonly string[] } | null;
}

export const EMPTY_LOSS: LossForm = {
  account: '',
  contract: '',
  markPrice: '',
  asset: 'USDT',
  deficit: '',
  size: '',
  closePrice: '',
  from: 'file',
  book: '',
  file: null,
};

/** Whether enough is typed to ask the service, which judges the rest. */
export function isAskable({ account, contract, markPrice, deficit, size, from, book }: LossForm): boolean {
  const hasLoss = deficit.trim() !== '' || size.trim() !== '';
  const hasCandidates = from === 'file' || book !== '';
  return [account, contract, markPrice].every((text) => text.trim() !== '') && hasLoss && hasCandidates;
}

/** What is sent: the loss first, then a candidate a line. */
export function linesOfLoss(form: LossForm): string {
  const figure = (text: string): string => text.trim().replaceAll(',', '');
  const loss = {
    account: form.account.trim(),
    contract: form.contract.trim(),
    markPrice: figure(form.markPrice),
    ...(form.deficit.trim() === '' ? {} : { deficit: { asset: form.asset.trim(), amount: figure(form.deficit) } }),
    ...(form.size.trim() === ''
      ? {}
      : { openPosition: { size: figure(form.size), closePrice: figure(form.closePrice) } }),
    ...(form.from === 'book' ? { bookSnapshot: form.book } : {}),
  };
  const candidates = form.from === 'file' ? (form.file?.lines ?? []) : [];
  return [JSON.stringify({ loss }), ...candidates].join('\n');
}
