import { connect, type Socket } from 'node:net';
import { paths } from '@backstop/contracts';

/** A batch over a bare socket, so that a test decides what is sent when, and what is read when. */
export interface RawBatch {
  readonly write: (text: string) => void;
  /** Whether the text went out to the system within so many milliseconds. */
  readonly writeWithin: (text: string, milliseconds: number) => Promise<boolean>;
  /** Ends the request as it should end. */
  readonly end: () => void;
  /** Cuts the connection. */
  readonly cut: () => void;
  readonly pause: () => void;
  /** Everything that came so far, once it holds a text. */
  readonly until: (text: string) => Promise<string>;
  /** Everything that came, once the connection is closed. */
  readonly closed: () => Promise<string>;
}

/** Opens a batch of unknown length on a service, with an API key. */
export async function openRawBatch(url: string, key: string): Promise<RawBatch> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.on('error', () => undefined);
  let received = '';
  socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
  socket.write(
    `POST ${paths.evaluationBatch} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\nauthorization: Bearer ${key}\r\n` +
      'content-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n',
  );
  return {
    write: (text) => socket.write(chunkOf(text)),
    writeWithin: (text, milliseconds) => within(socket, chunkOf(text), milliseconds),
    end: () => socket.write('0\r\n\r\n'),
    cut: () => socket.destroy(),
    pause: () => socket.pause(),
    until: (text) => waited(socket, () => (received.includes(text) ? received : null)),
    closed: () => waited(socket, () => (socket.closed ? received : null)),
  };
}

function chunkOf(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

function within(socket: Socket, text: string, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    socket.write(text, () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

async function waited(socket: Socket, ask: () => string | null): Promise<string> {
  for (;;) {
    const answer = ask();
    if (answer !== null) return answer;
    if (socket.closed) throw new Error('the connection was closed before');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
