// Loads plotly.js: one classic script at a time, never twice, a larger bundle in place of a smaller one.
import basicUrl from 'plotly.js-basic-dist-min/plotly-basic.min.js?url';
import cartesianUrl from 'plotly.js-cartesian-dist-min/plotly-cartesian.min.js?url';
import strictUrl from 'plotly.js-strict-dist-min/plotly-strict.min.js?url';
import { nonceOfPage } from '../../../nonce';
import { covers, type Bundle } from './bundle';
import type { Plotly } from './plotly.types';

const URLS: Record<Bundle, string> = { basic: basicUrl, cartesian: cartesianUrl, strict: strictUrl };

interface PlotlyWindow {
  Plotly?: Plotly;
  /** Set by a page that brings its own plotly.js. */
  _dashPlotlyJSURL?: string;
}

let current: { bundle: Bundle; library: Promise<Plotly> } | undefined;

/** Resolves with a plotly.js that draws all that `needed` draws. A failed load is tried again at the next call. */
export function loadPlotly(needed: Bundle): Promise<Plotly> {
  if (current && covers(current.bundle, needed)) return current.library;
  const foreignUrl = page()._dashPlotlyJSURL;
  const bundle = foreignUrl ? 'strict' : needed;
  const load = { bundle, library: runScript(foreignUrl ?? URLS[needed]) };
  current = load;
  load.library.catch(() => {
    if (current === load) current = undefined;
  });
  return load.library;
}

function runScript(url: string): Promise<Plotly> {
  makeStyle();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    // Runs in the order asked for, so that of two bundles under way the later one stays.
    script.async = false;
    script.onload = () => {
      const library = page().Plotly;
      if (library) resolve(library);
      else reject(new Error('the chart library did not start'));
    };
    script.onerror = () => {
      script.remove();
      reject(new Error('the chart library could not be loaded'));
    };
    document.head.append(script);
  });
}

/** The element that the library writes its rules into; of its own making the page's policy would not take it. */
function makeStyle(): void {
  if (document.getElementById(STYLE_ID) !== null) return;
  const style = document.createElement('style');
  style.id = STYLE_ID;
  style.nonce = nonceOfPage();
  // Without any text it would have no sheet of rules.
  style.append('');
  document.head.append(style);
}

const STYLE_ID = 'plotly.js-style-global';

const page = () => window as PlotlyWindow;
