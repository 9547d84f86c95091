// What lies between a browser and a server: a line that passes everything on until it is cut.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Proxy {
  /** Ends in a slash. */
  readonly url: string;
  /** Ends all connections without a word, as a cable that breaks. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const ends = new Set<Socket>();
  const server = createServer((near) => join(near, connect(Number(port), hostname), ends));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cut = () => ends.forEach((end) => end.destroy());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    cut,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}

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
