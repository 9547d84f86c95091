// Serves the gallery for a test file.
import { resolve } from 'node:path';
import { createServer } from 'vite';

export interface Gallery {
  /** The address of one part, such as `graphs`. */
  readonly url: (part: string, theme?: 'light' | 'dark') => string;
  readonly stop: () => Promise<void>;
}

/** Vitest runs in `dash-js/`. */
export async function startGallery(): Promise<Gallery> {
  const server = await createServer({ configFile: resolve('e2e/gallery/vite.config.ts'), logLevel: 'error', server: { port: 0 } });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || address === null) throw new Error('the gallery has no address');
  return {
    url: (part, theme = 'light') => `http://127.0.0.1:${address.port}/?part=${part}&theme=${theme}`,
    stop: () => server.close(),
  };
}
