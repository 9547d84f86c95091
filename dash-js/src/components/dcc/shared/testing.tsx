// A stand-in for the renderer in tests: what a component reports becomes its props. Never imported by components.
import { act, render } from '@testing-library/react';
import { useState, type ComponentType, type ReactNode } from 'react';
import type { SetProps } from '../../types';

export interface Mounted<Props> {
  container: HTMLElement;
  /** Everything the component reported, oldest first. */
  reported: Record<string, unknown>[];
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
  const reported: Record<string, unknown>[] = [];
  let update: (changed: object) => void = () => {};

  function Host() {
    const [props, setProps] = useState<object>(initial);
    update = (changed) => setProps((before) => ({ ...before, ...changed }));
    const report: SetProps = (changed) => {
      reported.push(changed);
      update(changed);
    };
    return <Component {...({ ...props, setProps: report } as unknown as Props)} />;
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
