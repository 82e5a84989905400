import { isLoopback } from '../config/loopback.ts';
import { ProblemError } from '../http/problem-error.ts';

/**
 * Refuses hosts that are not this machine's own names: a page of another site may lead a browser to this port by a name
 * of its own, and would then be of the same origin.
 */
export function loopbackOnly(): (host: string) => ProblemError | null {
  // Nearly every request names the host of the one before it.
  let latest: { readonly host: string; readonly refusal: ProblemError | null } = { host: '127.0.0.1', refusal: null };
  return (host) => {
    if (host !== latest.host) latest = { host, refusal: refusalOf(host) };
    return latest.refusal;
  };
}

function refusalOf(host: string): ProblemError | null {
  if (isLoopback(nameOf(host))) return null;
  return new ProblemError(
    'host_must_be_loopback',
    'while DEMO is "on" the service answers to its loopback names only, such as 127.0.0.1',
  );
}

/** The host of `host:port`, brackets of an IPv6 address kept. */
function nameOf(host: string): string {
  const end = host.startsWith('[') ? host.indexOf(']') + 1 : host.indexOf(':');
  return end <= 0 ? host : host.slice(0, end);
}
