// Tells what went wrong without being in the way: a list that can be dismissed, and a banner while the server is gone or slow.
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Busy } from '../busy';
import type { Notice, Notices as NoticeStore } from '../notices';
import styles from './Notices.module.css';

interface NoticesProps {
  readonly store: NoticeStore;
  readonly slow: Busy;
}

export function Notices({ store, slow }: NoticesProps): ReactNode {
  const { notices, serverGone } = useSyncExternalStore(store.subscribe, store.state);
  const isSlow = useSyncExternalStore(slow.subscribe, slow.now);
  const state = serverGone ? 'The server cannot be reached. Trying again…' : isSlow ? 'Still waiting for the server…' : null;
  // Both regions stand there while empty: screen readers announce only what is added to them.
  return (
    <>
      <div role="status" aria-live="polite" className={styles['banner']}>
        {state !== null && <p>{state}</p>}
      </div>
      <div role="log" aria-live="polite" aria-label="Messages" className={`dash-notices ${styles['list']}`}>
        {notices.map((notice) => (
          <Toast key={notice.key} notice={notice} onDismiss={() => store.dismiss(notice.key)} />
        ))}
      </div>
    </>
  );
}

function Toast({ notice, onDismiss }: { readonly notice: Notice; readonly onDismiss: () => void }): ReactNode {
  return (
    <article className={`dash-notice ${styles['toast']}`}>
      <header>
        <strong>{notice.title}</strong>
        <button type="button" aria-label="Dismiss" onClick={onDismiss}>
          ×
        </button>
      </header>
      <p>{notice.message}</p>
      {notice.chain.length > 0 && <Causes chain={notice.chain} />}
    </article>
  );
}

function Causes({ chain }: Pick<Notice, 'chain'>): ReactNode {
  return (
    <details>
      <summary>Causes</summary>
      <ol>
        {chain.map((cause, i) => (
          <li key={i}>{cause}</li>
        ))}
      </ol>
    </details>
  );
}
