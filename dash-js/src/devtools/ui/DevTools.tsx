// The bar in the corner, and what it opens.
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { Page } from '../../page';
import type { Changing } from '../changing';
import type { Errors } from '../errors';
import type { Status } from '../reloader';
import type { Runs } from '../runs';
import { ErrorPanel } from './ErrorPanel';
import { GraphPanel } from './GraphPanel';
import styles from './DevTools.module.css';

interface DevToolsProps {
  readonly page: Page;
  readonly runs: Runs;
  readonly errors: Errors;
  readonly status: Changing<Status>;
}

type Popup = 'errors' | 'graph' | undefined;

/** Test tools know the parts by their classes and ids. */
export function DevTools({ page, runs, errors, status }: DevToolsProps): ReactNode {
  const faults = useSyncExternalStore(errors.subscribe, errors.now);
  // Errors show themselves until their panel is closed.
  const [popup, setPopup] = useState<Popup>('errors');
  const toggle = (name: Popup) => setPopup((open) => (open === name ? undefined : name));
  return (
    <aside className={`dash-debug-menu__outer ${styles['tools']}`} aria-label="Dev tools">
      {popup === 'errors' && faults.length > 0 && <ErrorPanel faults={faults} onClear={errors.clear} />}
      {popup === 'graph' && <GraphPanel page={page} runs={runs} />}
      <div className={`dash-debug-menu__content ${styles['bar']}`}>
        <button
          id="dash-debug-menu__errors-button"
          type="button"
          className="dash-debug-menu__button"
          aria-expanded={popup === 'errors' && faults.length > 0}
          disabled={faults.length === 0}
          onClick={() => toggle('errors')}
        >
          Errors
          {faults.length > 0 && <span className={`test-devtools-error-count ${styles['count']}`}>{faults.length}</span>}
        </button>
        <button
          id="dash-debug-menu__callback-graph-button"
          type="button"
          className="dash-debug-menu__button"
          aria-expanded={popup === 'graph'}
          onClick={() => toggle('graph')}
        >
          Callbacks
        </button>
        <Server status={status} />
      </div>
    </aside>
  );
}

const WORDS: Readonly<Record<Status, string>> = {
  available: 'Server',
  unavailable: 'Server is away',
  cold: 'Server',
};

function Server({ status }: Pick<DevToolsProps, 'status'>): ReactNode {
  const now = useSyncExternalStore(status.subscribe, status.now);
  return (
    <span className={`dash-debug-menu__status dash-debug-menu__status--${now} ${styles['status']}`} data-status={now}>
      {WORDS[now]}
    </span>
  );
}
