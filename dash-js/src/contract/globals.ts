// The names on `window` that component bundles and scripts expect. Published before anything else runs.
import React from 'react';
import ReactDOM from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import type { Facade } from './facade';

declare global {
  interface Window {
    dash_component_api?: Record<string, unknown>;
    dash_clientside?: Record<string, unknown>;
    dash_stores?: Facade[];
    store?: Facade;
    /** Where component bundles find plotly.js. */
    _dashPlotlyJSURL?: string | undefined;
  }
}

/** One React for the page: bundles take it from here instead of bringing their own. */
export function publishReact(): void {
  Object.assign(window, { React, ReactDOM: { ...ReactDOM, createRoot, hydrateRoot } });
}
