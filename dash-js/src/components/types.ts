// The props every component receives beside its own. Own components build on these; nothing else does.
import type { CSSProperties, ReactNode } from 'react';

export type Props = Readonly<Record<string, unknown>>;

/**
 * Reports what the user changed; the renderer stores it and runs the callbacks that listen. What follows
 * from the props as they stand, drawn or not, is given as a function of them.
 */
export type SetProps = (changed: Props | ((props: Props) => Props)) => void;

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
