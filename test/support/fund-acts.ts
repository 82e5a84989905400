import { fundDepositResource, pathOf, paths, type FundDepositResource } from '@backstop/contracts';
import type { TestApp } from './start-app.ts';

export const asJson = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Somebody pays into a compartment, and somebody else approves it. */
export async function payIn(
  app: TestApp,
  fund: string,
  amount: string,
  path: string = paths.fundDeposits,
): Promise<FundDepositResource> {
  const [author, approver] = [await app.signInAs('author'), await app.signInAs('approver')];
  const asked = await author.fetch(pathOf(path, { id: fund }), asJson({ amount, reason: 'a test' }));
  if (asked.status !== 201) throw new Error(await asked.text());
  const { id } = fundDepositResource.parse(await asked.json());
  const decided = await approver.fetch(pathOf(paths.fundDepositApprove, { id: fund, deposit: id }), asJson({}));
  if (decided.status !== 200) throw new Error(await decided.text());
  return fundDepositResource.parse(await decided.json());
}
