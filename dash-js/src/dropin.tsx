// The entry for a page of another server: stands in for its renderer, and draws with the React and the bundles it has.
import { type Api, createApi } from './api';
import { publishContract } from './contract/contract';
import { type Hooks, observed, patient, refreshing, resolvedWith, stateOf } from './contract/hooks';
import { renewing } from './contract/madeCallbacks';
import { silenceOf, titleLikeDash } from './contract/titles';
import { createForeignRegistry } from './foreignSuites';
import type { Page } from './page';
import { parseConfig } from './protocol';
import { start } from './start';
import type { Config } from './wire';

const publish = publishContract();

/** The charts of that server's bundles are drawn by its own library. */
const join: typeof publish = (page) => {
  window._dashPlotlyJSURL ??= page.config.plotlyUrl;
  return publish(page);
};

/**
 * In Dash the setting silences the check of the layout alone: a callback that misses a component still fails.
 * And a page starts afresh when its app has changed.
 */
const likeDash = ({ tools, ...config }: Config): Config => ({
  ...config,
  suppressCallbackExceptions: false,
  tools: tools && { ...tools, keepsState: false },
});

/** The page's last script makes one. */
class DashRenderer {
  constructor(hooks: Hooks = {}) {
    const told = resolvedWith(hooks);
    let api: Api | undefined;
    let page: Page | undefined;
    const renewed = renewing(async () => api?.dependencies());
    void start({
      configFrom: (raw) => likeDash(parseConfig(raw)),
      registryFor: createForeignRegistry,
      connect: (config, watched) =>
        (api = patient(observed(createApi(config, watched(refreshing(hooks))), hooks))),
      onResolved: (job, outcome, graph) => {
        told(job, outcome);
        const silence = silenceOf(job, outcome);
        if (silence !== undefined) page?.notices.note(silence);
        void renewed(job, outcome, graph);
      },
      failureTitle: titleLikeDash,
      join: (opened) => {
        page = opened;
        Object.assign(opened.facade.getState(), { hooks: stateOf(hooks) });
        return join(opened);
      },
    });
  }
}

Object.assign(window, { DashRenderer });
