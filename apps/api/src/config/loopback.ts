import { isIPv4 } from 'node:net';

/** Whether a host name or address can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  if (isIPv4(bare)) return bare.startsWith('127.');
  return bare === '::1' || bare.toLowerCase() === 'localhost';
}
