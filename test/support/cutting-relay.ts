import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a database that is cut in the middle of a transaction, as if the process that asks had been killed there. */
export interface CuttingRelay {
  /** The database by way of the relay. */
  readonly url: string;
  /**
   * The next transaction that writes is cut after so many of its statements: the server still gets the last of them, and
   * nobody learns what came of it.
   */
  readonly cutAfter: (statements: number) => Armed;
  readonly stop: () => Promise<void>;
}

export interface Armed {
  /** Whether a connection has been cut. */
  readonly isCut: () => boolean;
  /** The statements of the transaction so far, as the driver names them. */
  readonly seen: () => readonly string[];
  /** Cuts nothing any more. */
  readonly disarm: () => void;
}

const BEGINS = 'START TRANSACTION';

/** What only reads says how it is isolated, in its first statement. */
const ISOLATES = 'SET TRANSACTION';

interface Aim {
  readonly after: number;
  readonly seen: string[];
  victim: Socket | null;
  isCut: boolean;
}

export async function cuttingRelay(databaseUrl: string): Promise<CuttingRelay> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let aim: Aim | null = null;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      // Either side may end the other at any time: that is what this is for.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.end();
      });
    }
    upstream.on('data', (chunk: Buffer) => client.write(chunk));
    let isBeginning = false;
    readStatements(client, (bytes, statement) => {
      if (aim?.victim === client && aim.isCut) return;
      upstream.write(bytes);
      if (statement === null || aim === null) return;
      if (aim.victim === null && isBeginning && !statement.startsWith(ISOLATES)) aim.victim = client;
      isBeginning = statement === BEGINS;
      if (aim.victim !== client) return;
      aim.seen.push(statement);
      if (aim.seen.length < aim.after) return;
      aim.isCut = true;
      // The server gets all that was sent, then finds that nobody is there.
      upstream.end();
      client.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    cutAfter: (after) => {
      const own: Aim = { after, seen: [], victim: null, isCut: false };
      aim = own;
      return {
        isCut: () => own.isCut,
        seen: () => own.seen,
        disarm: () => {
          if (aim === own) aim = null;
        },
      };
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Passes on what a client sends, message by message; beside the message that asks the server to do something stands the
 * statement: a plain query, or the end of one with parameters.
 */
function readStatements(client: Socket, pass: (bytes: Buffer, statement: string | null) => void): void {
  let pending = Buffer.alloc(0);
  let isStarted = false;
  let parsed = '';
  client.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const head = isStarted ? 1 : 0;
      if (pending.length < head + 4) return;
      const length = head + pending.readInt32BE(head);
      if (pending.length < length) return;
      const message = pending.subarray(0, length);
      pending = pending.subarray(length);
      const type = isStarted ? message.toString('latin1', 0, 1) : '';
      // A request for encryption comes before the first message and has its number.
      if (!isStarted) isStarted = message.readInt32BE(4) !== 80_877_103;
      if (type === 'P') parsed = textAt(message, message.indexOf(0, 5) + 1);
      pass(message, type === 'Q' ? textAt(message, 5) : type === 'S' ? parsed : null);
    }
  });
}

function textAt(message: Buffer, from: number): string {
  return message.toString('utf8', from, message.indexOf(0, from));
}
