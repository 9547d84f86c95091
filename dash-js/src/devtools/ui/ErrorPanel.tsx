// What went wrong, one card each: the first line, and on demand the message, its causes and the callback.
import { type ReactNode, useState } from 'react';
import type { Fault } from '../errors';
import styles from './DevTools.module.css';

interface ErrorPanelProps {
  readonly faults: readonly Fault[];
  readonly onClear: () => void;
}

export function ErrorPanel({ faults, onClear }: ErrorPanelProps): ReactNode {
  return (
    <section className={`dash-error-card ${styles['panel']}`} aria-label="Errors">
      <header className={styles['head']}>
        <strong>Errors</strong>
        <button type="button" onClick={onClear}>
          Clear
        </button>
      </header>
      <ol className={styles['faults']}>
        {faults.map((fault) => (
          <Card key={fault.number} fault={fault} />
        ))}
      </ol>
    </section>
  );
}

function Card({ fault }: { readonly fault: Fault }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { title, message, time } = fault;
  return (
    <li className={`dash-error-card__content ${styles['fault']}`}>
      <button
        type="button"
        className={`dash-fe-error-top test-devtools-error-toggle ${styles['toggle']}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="dash-fe-error__title">{title}</span>
        <time dateTime={time.toISOString()}>{time.toLocaleTimeString()}</time>
      </button>
      {!isOpen && <p className={styles['line']}>{message}</p>}
      {isOpen && <Details fault={fault} />}
    </li>
  );
}

function Details({ fault: { message, chain, callback, html } }: { readonly fault: Fault }): ReactNode {
  return (
    <div className={`dash-fe-error__info ${styles['details']}`}>
      <p className="dash-backend-error">{message}</p>
      {chain.length > 0 && (
        <>
          <h4>Caused by</h4>
          <ol>
            {chain.map((cause, i) => (
              <li key={i}>{cause}</li>
            ))}
          </ol>
        </>
      )}
      {html !== undefined && <iframe className={styles['page']} title="What the server answered" srcDoc={html} sandbox="" />}
      {callback !== undefined && (
        <p>
          Callback <code>{callback}</code>
        </p>
      )}
    </div>
  );
}
