import { useEffect, useState } from 'react';
import { packed } from '../evaluations/input/sharedAccount.ts';

/** Address that opens a request where it can be changed; null until it is made. */
export function useEvaluateLink(request: string): string | null {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isAsked = true;
    void packed(request).then((account) => {
      if (isAsked) setLink(`/evaluate?${new URLSearchParams({ account }).toString()}`);
    });
    return () => {
      isAsked = false;
    };
  }, [request]);
  return link;
}
