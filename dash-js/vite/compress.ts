// Puts a `.br` and a `.gz` beside every file of the build that gets smaller by it.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Node's compressors are native code: the best level takes seconds, where a debug build of Rust's takes a minute. */
export function compress(quality: number): Plugin {
  return {
    name: 'dash-compress',
    apply: 'build',
    writeBundle: async ({ dir }, bundle) => {
      if (dir === undefined) throw new Error('the build has no folder');
      const files = Object.keys(bundle).filter((file) => !file.startsWith('.vite/'));
      await Promise.all(files.map((file) => compressFile(resolve(dir, file), quality)));
    },
  };
}

async function compressFile(file: string, quality: number): Promise<void> {
  const raw = await readFile(file);
  const br = await once(raw, `br${quality}`, () => brotli(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
  const gz = await once(raw, 'gz', () => zip(raw, { level: constants.Z_BEST_COMPRESSION }));
  if (br.length < raw.length) await writeFile(`${file}.br`, br);
  if (gz.length < raw.length) await writeFile(`${file}.gz`, gz);
}

/** Chart bundles hardly ever change, and take nearly all of the time. */
async function once(raw: Buffer, kind: string, make: () => Promise<Buffer>): Promise<Buffer> {
  if (raw.length < WORTH_KEEPING_BYTES) return make();
  const kept = `${CACHE}/${createHash('sha256').update(raw).digest('hex')}.${kind}`;
  const known = await readFile(kept).catch(() => undefined);
  if (known !== undefined) return known;
  const made = await make();
  await mkdir(CACHE, { recursive: true });
  await writeFile(kept, made);
  return made;
}

const CACHE = 'node_modules/.cache/dash-js';
const WORTH_KEEPING_BYTES = 500_000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
