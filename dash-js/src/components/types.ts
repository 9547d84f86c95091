// The props every component receives beside its own. Own components build on these; nothing else does.
import type { CSSProperties, ReactNode } from 'react';

/** Reports what the user changed; the renderer stores it and runs the callbacks that listen. */
export type SetProps = (changed: Record<string, unknown>) => void;

export interface DashProps {
  /** The id as a string; an id family member arrives as its canonical JSON. */
  id?: string;
  className?: string;
  style?: CSSProperties;
  setProps: SetProps;
}

export interface WithChildren {
  /** Components arrive as React elements. */
  children?: ReactNode;
}
