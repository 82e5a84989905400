/** A browser without a window: follows where it is sent, and keeps a cookie jar for each host. */
export interface Jar {
  /** Where it ends up, and what is there. Stops at an address of `until`. */
  readonly go: (address: string, until?: string) => Promise<{ readonly address: string; readonly response: Response }>;
  readonly cookiesOf: (address: string) => string;
}

export function browserJar(): Jar {
  const cookies = new Map<string, Map<string, string>>();
  const cookiesOf = (address: string): string =>
    [...(cookies.get(new URL(address).host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  const go: Jar['go'] = async (address, until) => {
    const response = await fetch(address, { redirect: 'manual', headers: { cookie: cookiesOf(address) } });
    const own = cookies.get(new URL(address).host) ?? new Map<string, string>();
    cookies.set(new URL(address).host, own);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') own.delete(name);
      else own.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return { address, response };
    const next = new URL(location, address).href;
    return until !== undefined && next.startsWith(until) ? { address: next, response } : go(next, until);
  };
  return { go, cookiesOf };
}
