// Gets one job done: reads the layout, asks the server. Whatever goes wrong becomes an outcome.
import type { Api, Outcome } from './api';
import { buildBody } from './body';
import type { Job } from './schedule';
import type { Store } from './store';

export const createExecute =
  (api: Api, store: Store) =>
  async (job: Job, signal: AbortSignal): Promise<Outcome> => {
    try {
      const body = buildBody(job, store);
      return body === undefined ? NOTHING_TO_READ : await api.update(body, signal);
    } catch (error) {
      // A missing component, or a value that has no JSON.
      const message = error instanceof Error ? error.message : String(error);
      return { kind: 'failed', failure: { message, chain: [] } };
    }
  };

const NOTHING_TO_READ: Outcome = { kind: 'answered', answer: { sideUpdate: [], response: [] } };
