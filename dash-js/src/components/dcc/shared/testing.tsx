// A stand-in for the renderer in tests: what a component reports becomes its props. Never imported by components.
import { act, render } from '@testing-library/react';
import { useState, type ComponentType, type ReactNode } from 'react';
import type { Props as Reported, SetProps } from '../../types';

export interface Mounted<Props> {
  container: HTMLElement;
  /** Everything the component reported, oldest first. */
  reported: Reported[];
  /** The values it reported for one prop. */
  reportedFor: (prop: keyof Props) => unknown[];
  /** Changes props as a callback's answer does. */
  fromServer: (changed: Partial<Props>) => void;
  unmount: () => void;
}

export function mount<Props extends { setProps: SetProps }>(
  Component: ComponentType<Props>,
  initial: Omit<Props, 'setProps'>,
  around: (element: ReactNode) => ReactNode = (element) => element,
): Mounted<Props> {
  let latest: Reported = { ...initial };
  let draw: (props: Reported) => void = () => {};
  const reported: Reported[] = [];

  const update = (changed: object) => draw((latest = { ...latest, ...changed }));
  const setProps: SetProps = (given) => {
    const changed = typeof given === 'function' ? given(latest) : given;
    if (Object.keys(changed).length === 0) return;
    reported.push(changed);
    update(changed);
  };

  function Host() {
    const [props, setLatest] = useState(latest);
    draw = setLatest;
    return <Component {...({ ...props, setProps } as unknown as Props)} />;
  }

  const { container, unmount } = render(<>{around(<Host />)}</>);
  return {
    container,
    reported,
    reportedFor: (prop) => reported.filter((changed) => prop in changed).map((changed) => changed[prop as string]),
    fromServer: (changed) => act(() => update(changed)),
    unmount,
  };
}
