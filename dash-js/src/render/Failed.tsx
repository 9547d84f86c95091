// Stands in for a component that threw: says which one and why, and offers another try.
import type { ReactNode } from 'react';
import { type LayoutNode, nameOf } from '../node';
import { explain } from './explain';
import styles from './Failed.module.css';

interface FailedProps {
  readonly node: LayoutNode;
  readonly error: unknown;
  readonly onRetry: () => void;
}

export function Failed({ node, error, onRetry }: FailedProps): ReactNode {
  return (
    <div role="alert" className={`dash-component-error ${styles['failed']}`}>
      <p>
        <strong>{nameOf(node)} cannot be shown:</strong> {explain(error)}
      </p>
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
