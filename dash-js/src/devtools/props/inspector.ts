// Looks at the props of every component of a page, as they come and as they change.
import type { LayoutNode } from '../../node';
import type { Page } from '../../page';
import type { Mistake } from '../validation/spec';
import type { Known } from './known';

export function inspect({ store }: Page, { check }: Known, tell: (mistake: Mistake) => void): void {
  const seen = new WeakMap<LayoutNode, LayoutNode['props']>();
  let waits = false;

  function look(): void {
    waits = false;
    for (const node of store.nodes()) {
      const [before, now] = [seen.get(node), node.props];
      if (before === now) continue;
      seen.set(node, now);
      check(node.component, (name) => before === undefined || before[name] !== now[name]).forEach(tell);
    }
  }

  look();
  // Many changes at once are looked at once.
  store.subscribe(() => {
    if (!waits) setTimeout(look);
    waits = true;
  });
}
