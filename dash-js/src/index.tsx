// The entry of our own page: its components and its look.
import './theme/index.css';
import { createApi, plainly } from './api';
import { publishContract } from './contract/contract';
import { publishReact } from './contract/globals';
import { publishPropTypes } from './contract/propTypes';
import { signStyles } from './contract/signedStyles';
import { parseConfig } from './protocol';
import { createRegistry } from './registry';
import { start, type StartOptions } from './start';

const connect: StartOptions['connect'] = (config, watched) => createApi(config, watched(plainly));

publishReact();
publishPropTypes();
signStyles();
const publish = publishContract();

/** Upstream's charts, where they take the place of ours, look for their library where Dash has it. */
const join: typeof publish = (page) => {
  const { suites, plotlyUrl } = page.config;
  if (suites.includes('dash_core_components')) window._dashPlotlyJSURL ??= plotlyUrl;
  return publish(page);
};

void start({
  configFrom: parseConfig,
  registryFor: ({ suites }) => createRegistry(undefined, suites),
  connect,
  join,
  schema: async () => (await import('./devtools/props/schema')).schema,
});
