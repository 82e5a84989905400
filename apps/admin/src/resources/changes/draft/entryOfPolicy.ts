import type { PolicyResource } from '@backstop/contracts';
import { api } from '../../../providers/dataProvider.ts';
import { documentText, type DraftEntry } from './draft.ts';
import { textsOfScope } from './scopeTexts.ts';

/** An entry that begins with what a policy says now; where it is out of force, with what it said last. */
export async function entryOfPolicy({ id, title, scope, version }: PolicyResource): Promise<DraftEntry> {
  const spoken = await api.version(id, version);
  const { document } = spoken.document === null && version > 1 ? await api.version(id, version - 1) : spoken;
  return {
    policy: id,
    base: version,
    title,
    scope: textsOfScope(scope),
    text: documentText(document ?? {}),
    ends: false,
    mode: 'enforce',
  };
}
