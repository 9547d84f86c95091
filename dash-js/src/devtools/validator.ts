// Tells of the mistakes in the callbacks of a page: those in themselves keep them from running, those beside the layout do not.
import type { Page } from '../page';
import { parseDependencies, parseLayout } from '../protocol';
import { slotTable } from '../slots';
import { createStore } from '../store';
import type { Tools, Validation } from '../tools';
import type { SideUpdates } from '../wire';
import { checkCircles } from './validation/circles';
import { checkDependencies } from './validation/dependencies';
import { checkLayout, type LayoutCheck } from './validation/layout';
import { type Mistake, readSpecs } from './validation/spec';

interface ValidatorOptions {
  readonly tell: (mistake: Mistake) => void;
  readonly validation: Validation | undefined;
}

export interface Validator extends Pick<Tools, 'callbacks' | 'execute'> {
  readonly attend: (page: Page, hasProp: LayoutCheck['hasProp']) => void;
}

export function createValidator({ tell, validation }: ValidatorOptions): Validator {
  let circles: readonly Mistake[] = [];
  let isThere: (id: string) => boolean = () => true;

  /** What changes while a callback runs; a pattern may stand for nothing. */
  function checkRunning(updates: SideUpdates = []): void {
    const missing = updates.flatMap(([id]) => (typeof id === 'string' && !isThere(id) ? [id] : []));
    for (const id of missing) {
      const lines = ['`running` of a callback is to change the component', `  "${id}"`, 'which is not in the layout.'];
      tell({ title: 'ID running component not found in layout', lines });
    }
  }

  return {
    callbacks: (dependencies) => {
      if (validation === undefined) return parseDependencies(dependencies);
      const mistakes = checkDependencies(dependencies);
      mistakes.forEach(tell);
      circles = mistakes.length > 0 ? [] : checkCircles(readSpecs(dependencies));
      return mistakes.length > 0 ? [] : parseDependencies(dependencies);
    },
    execute: (execute) => async (job, signal, show) => {
      const { running } = job.instance.callback;
      checkRunning(running?.on);
      const outcome = await execute(job, signal, show);
      checkRunning(running?.off);
      return outcome;
    },
    attend: (page, hasProp) => {
      if (validation === undefined) return;
      const { checksIds, layout } = validation;
      if (checksIds) isThere = (id) => page.store.find(id) !== undefined;
      const isOther = checksIds && layout !== undefined && layout !== null;
      const store = isOther ? createStore(parseLayout(layout), slotTable(page.config.childrenProps)) : page.store;
      checkLayout({ graph: page.graph, store, checksIds, hasProp }).forEach(tell);
      circles.forEach(tell);
    },
  };
}
