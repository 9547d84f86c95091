// Writes what the Rust side must know of the build, in lines it can read without a parser.
import type { Manifest, ManifestChunk, Plugin } from 'vite';
import { WORKER } from './worker.ts';

/** Adds `.vite/dash.txt`, made from Vite's manifest. */
export function filesOfComponents(): Plugin {
  return {
    name: 'dash-files',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const manifest = bundle['.vite/manifest.json'];
        if (manifest?.type !== 'asset') throw new Error('the build has no manifest');
        const worker = Object.values(bundle).find((file) => file.type === 'asset' && file.names.includes(WORKER));
        if (worker === undefined) throw new Error('the build has no worker');
        const source = describeFiles(JSON.parse(String(manifest.source)) as Manifest, worker.fileName);
        this.emitFile({ type: 'asset', fileName: '.vite/dash.txt', source });
      },
    },
  };
}

/**
 * One fact a line: `worker`, `entry`, `entry-import` and `entry-style` name files; `plotly` names a bundle and its file;
 * `component` starts a component, whose `script`s and `style`s follow, the entry's own left out.
 */
export function describeFiles(manifest: Manifest, worker: string): string {
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error('the build has no entry');
  const start = closure(manifest, entry);
  return [
    `worker ${worker}`,
    ...start.scripts.map((file) => (file === entry.file ? `entry ${file}` : `entry-import ${file}`)),
    ...start.styles.map((file) => `entry-style ${file}`),
    ...Object.entries(manifest).flatMap(([source, { file }]) => plotly(source, file)),
    ...Object.entries(manifest).flatMap(([source, chunk]) => component(source, closure(manifest, chunk), start)),
    '',
  ].join('\n');
}

interface Files {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** A chunk's files and those of everything it imports statically. */
function closure(manifest: Manifest, first: ManifestChunk): Files {
  const chunks = new Set([first]);
  // A set grows while it is walked, and the walk goes on.
  for (const chunk of chunks) {
    for (const name of chunk.imports ?? []) {
      const imported = manifest[name];
      if (imported !== undefined) chunks.add(imported);
    }
  }
  const files = [...chunks];
  return { scripts: files.map(({ file }) => file), styles: [...new Set(files.flatMap(({ css }) => css ?? []))] };
}

function component(source: string, files: Files, start: Files): readonly string[] {
  const type = /^src\/components\/dcc\/(\w+)\/index\.ts$/.exec(source)?.[1];
  if (type === undefined) return [];
  const without = (all: readonly string[], known: readonly string[]) => all.filter((file) => !known.includes(file));
  return [
    `component dash_core_components/${type}`,
    ...without(files.scripts, start.scripts).map((file) => `script ${file}`),
    ...without(files.styles, start.styles).map((file) => `style ${file}`),
  ];
}

function plotly(source: string, file: string): readonly string[] {
  const name = /plotly-(basic|cartesian|strict)\.min\.js$/.exec(source)?.[1];
  return name === undefined ? [] : [`plotly ${name} ${file}`];
}
