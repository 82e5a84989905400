import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from '../../../layout/useSearchParams.ts';
import { requestText, SAMPLES } from './samples.ts';
import { unpacked } from './sharedAccount.ts';

const STORE_KEY = 'backstop.account';

/**
 * The request being typed, as JSON. It outlives a reload in this tab's storage; a link may bring another one, which is
 * taken once and then taken off the address. null until it is known.
 */
export function useAccountText(): { readonly text: string | null; readonly setText: (text: string) => void } {
  const params = useSearchParams();
  const shared = params.get('account');
  const [text, setText] = useState<string | null>(() => (shared === null ? stored() : null));
  useEffect(() => {
    if (shared === null) return;
    void unpacked(shared).then((found) => {
      const next = found ?? stored();
      setText(next);
      sessionStorage.setItem(STORE_KEY, next);
      params.set({ account: null }, true);
    });
  }, [shared]);
  const keep = useCallback((next: string): void => {
    setText(next);
    sessionStorage.setItem(STORE_KEY, next);
  }, []);
  return { text, setText: keep };
}

function stored(): string {
  return sessionStorage.getItem(STORE_KEY) ?? requestText(SAMPLES[0].request);
}
