// Callbacks that callbacks make: the server is asked again which there are. No app of our own server does that.
import type { Api, Outcome } from '../api';
import { type Graph, renewGraph } from '../graph';
import { parseDependencies } from '../protocol';
import type { Job } from '../schedule';

/** Hears of callbacks that came to an end. New ones wait until something that they read changes. */
export const renewing = (dependencies: Api['dependencies']) =>
  async ({ instance }: Job, { kind }: Outcome, graph: Graph): Promise<void> => {
    if (kind !== 'answered' || !instance.callback.dynamicCreator) return;
    renewGraph(graph, parseDependencies(await dependencies()));
  };
