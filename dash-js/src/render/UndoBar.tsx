// The bar with which the user takes back what they changed, and does it again. In its own chunk: few pages have it.
import { type KeyboardEvent, type ReactNode, useSyncExternalStore } from 'react';
import type { Undo } from '../undo';
import './UndoBar.css';

export default function UndoBar({ undo: source }: { readonly undo: Undo }): ReactNode {
  const { past, future } = useSyncExternalStore(source.subscribe, source.history);
  return (
    <div className="_dash-undo-redo">
      <div>
        {past.length > 0 && <Action name="undo" icon="↺" onAct={source.undo} />}
        {future.length > 0 && <Action name="redo" icon="↻" onAct={source.redo} />}
      </div>
    </div>
  );
}

interface ActionProps {
  readonly name: string;
  readonly icon: string;
  readonly onAct: () => void;
}

/** Style sheets and tests know its parts by their classes. */
function Action({ name, icon, onAct }: ActionProps): ReactNode {
  const press = ({ key }: KeyboardEvent) => {
    if (key === 'Enter' || key === ' ') onAct();
  };
  return (
    <span role="button" tabIndex={0} className="_dash-undo-redo-link" onClick={onAct} onKeyDown={press}>
      <div className={`_dash-icon-${name}`} aria-hidden="true">{icon}</div>
      <div className="_dash-undo-redo-label">{name}</div>
    </span>
  );
}
