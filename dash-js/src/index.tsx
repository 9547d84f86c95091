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
void start({ configFrom: parseConfig, registryFor: ({ suites }) => createRegistry(undefined, suites), connect, join: publishContract() });
