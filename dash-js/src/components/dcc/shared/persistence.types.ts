// The persistence props that inputs share. The renderer acts on them; components only declare them.
export interface PersistenceProps {
  /** Keeps what the user changed across reloads; a new value forgets it. @default false */
  persistence?: string | number | boolean;
  /** Which props to keep. @default ["value"] */
  persisted_props?: readonly string[];
  /** Where: until the page goes, until the tab closes, or for good. @default "local" */
  persistence_type?: 'memory' | 'session' | 'local';
}
