// Holds the place of a component whose code is on its way. Quiet: most of them last a few milliseconds.
import { type ReactNode, useEffect } from 'react';

interface PendingProps {
  readonly load: () => Promise<void>;
  readonly onReady: () => void;
  readonly onFailed: (error: unknown) => void;
}

export function Pending({ load, onReady, onFailed }: PendingProps): ReactNode {
  useEffect(() => {
    let isWanted = true;
    load().then(
      () => isWanted && onReady(),
      (error: unknown) => isWanted && onFailed(error),
    );
    return () => {
      isWanted = false;
    };
  }, [load, onReady, onFailed]);
  return <div className="dash-pending" aria-busy="true" />;
}
