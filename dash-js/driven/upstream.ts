// Puts Dash's own renderer and bundles on a page of our server: the page that they need is made here, all else is the server's.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page, Route } from 'playwright-core';

/** Where pip put the packages. */
const PACKAGES = process.env['DASH_PACKAGES'];

const LIBRARIES = ['react@18.3.1', 'react-dom@18.3.1', 'prop-types@15.8.1'];
const SUITES = ['dcc/dash_core_components.js', 'dcc/dash_core_components-shared.js', 'html/dash_html_components.min.js'];

/** Dash's own end of a socket, which the pages of a browser share. */
const WORKER = 'dash/dash-renderer/build/dash-ws-worker.js';

/** In the order of a page of Dash: what bundles expect on `window` comes before them. */
export const SCRIPTS: readonly string[] = [
  'deps/polyfill@7.12.1.min.js',
  ...LIBRARIES.map((name) => `deps/${name}.min.js`),
  'dash-renderer/build/dash_renderer.min.js',
  ...SUITES,
];

/** Those that check callbacks and the type of every prop, if the server asks for it. */
export const CHECKING: readonly string[] = [
  'deps/polyfill@7.12.1.min.js',
  ...LIBRARIES.map((name) => `deps/${name}.js`),
  'dash-renderer/build/dash_renderer.dev.js',
  ...SUITES,
  'dcc/proptypes.js',
];

export async function drawWithUpstream(page: Page, url: string, scripts: readonly string[]): Promise<void> {
  if (PACKAGES === undefined) throw new Error('`DASH_PACKAGES` is not set: these tests are run by `cargo xtask conformance`');
  // To the browser, a document that is made here does not come from this machine, and the server's socket is on it.
  await page.context().grantPermissions(['local-network-access']);
  const suites = `${url}_dash-component-suites/`;
  await page.route(`${url}**`, (route) => {
    const address = route.request().url();
    if (route.request().resourceType() === 'document') return replaceDocument(route, suites, scripts);
    return address.startsWith(suites) ? serveFile(route, address.slice(suites.length)) : route.continue();
  });
}

/** The document of our server, whose settings stay as they are; its policy knows only its own scripts. */
async function replaceDocument(route: Route, suites: string, scripts: readonly string[]): Promise<void> {
  const answer = await route.fetch();
  const text = await answer.text();
  const settings = /<script id="_dash-config"[^>]*>(.*?)<\/script>/s.exec(text)?.[1];
  if (settings === undefined) return route.fulfill({ response: answer, body: text });
  const { 'content-security-policy': _, ...headers } = answer.headers();
  await route.fulfill({ status: answer.status(), headers, body: documentOf(text, settings, scripts.map((script) => `${suites}dash/${script}`)) });
}

/** A worker's file does not pass through the page's routes, so Dash's own is put into the page. */
function takeWorker(): string {
  const code = JSON.stringify(fileOf(WORKER)).replaceAll('<', '\\u003c');
  return `<script>
    const settings = document.getElementById('_dash-config');
    const config = JSON.parse(settings.textContent);
    if (config.websocket) {
      config.websocket.worker_url = URL.createObjectURL(new Blob([${code}], { type: 'text/javascript' }));
      settings.textContent = JSON.stringify(config);
    }
  </script>`;
}

function documentOf(text: string, settings: string, scripts: readonly string[]): string {
  const title = /<title>.*?<\/title>/s.exec(text)?.[0] ?? '';
  // Functions that the browser runs stand in the page of either renderer.
  const functions = [...text.matchAll(/<script nonce="[^"]*">(.*?)<\/script>/gs)].map(([, code]) => `<script>${code}</script>`);
  return [
    `<!DOCTYPE html><html><head><meta charset="UTF-8">${title}</head><body>`,
    '<div id="react-entry-point"><div class="_dash-loading">Loading...</div></div>',
    `<script id="_dash-config" type="application/json">${settings}</script>`,
    takeWorker(),
    ...scripts.map((script) => `<script src="${script}"></script>`),
    ...functions,
    '<script id="_dash-renderer" type="application/javascript">var renderer = new DashRenderer();</script>',
    '</body></html>',
  ].join('\n');
}

/** Chunks ask for themselves below the folder of their bundle. */
async function serveFile(route: Route, address: string): Promise<void> {
  const path = new URL(address, 'file:///').pathname.slice(1).replace(/\.v\d\w*m\d+(?=\.)/, '');
  await route.fulfill({ contentType: 'text/javascript', body: fileOf(decodeURIComponent(path)) });
}

const fileOf = (path: string): string => readFileSync(resolve(PACKAGES ?? '', path), 'utf8');
