// What lies between a browser and a server: a line that passes everything on until it is cut.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Proxy {
  /** Ends in a slash. */
  readonly url: string;
  /** Ends all connections without a word, as a cable that breaks. */
  readonly cut: () => void;
  /** How many WebSockets it has refused. */
  readonly refused: () => number;
  readonly stop: () => Promise<void>;
}

export interface ProxyOptions {
  /** Whether it answers a request for a WebSocket by itself, as proxies of companies do. */
  readonly forbidsSockets?: boolean;
}

export async function startProxy(target: string, { forbidsSockets = false }: ProxyOptions = {}): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const ends = new Set<Socket>();
  let refused = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    if (forbidsSockets) {
      near.once('data', (bytes) => {
        if (!/^upgrade: websocket/im.test(bytes.toString('latin1'))) return;
        refused += 1;
        near.unpipe(far);
        near.end(REFUSAL);
      });
    }
    join(near, far, ends);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cut = () => ends.forEach((end) => end.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    cut,
    refused: () => refused,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}

const REFUSAL = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

function join(near: Socket, far: Socket, ends: Set<Socket>): void {
  near.pipe(far).pipe(near);
  for (const [end, other] of [[near, far], [far, near]] as const) {
    ends.add(end);
    end.on('error', () => end.destroy());
    end.on('close', () => {
      ends.delete(end);
      other.destroy();
    });
  }
}
