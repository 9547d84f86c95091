// One component in one state: holds its props as the renderer would, and shows what it reported.
import { useState, type ComponentType, type ReactNode } from 'react';
import type { SetProps } from '../../src/components/types';
import { DashContext, OUTSIDE } from '../../src/render/context';

interface ShowProps<Props> {
  title: string;
  of: ComponentType<Props>;
  props: Omit<Props, 'setProps'>;
  isLoading?: boolean;
}

export function Show<Props extends { setProps: SetProps }>({ title, of: Component, props: initial, isLoading = false }: ShowProps<Props>) {
  const [props, setProps] = useState<object>(initial);
  const report: SetProps = (changed) => setProps((before) => ({ ...before, ...changed }));
  const context = { ...OUTSIDE, isLoading: () => isLoading, useLoading: () => isLoading };
  return (
    <section style={{ marginBottom: '1.25rem' }}>
      <small style={{ display: 'block', marginBottom: '0.375rem', color: 'var(--Dash-Text-Weak)' }}>{title}</small>
      <DashContext.Provider value={context}>
        <Component {...({ ...props, setProps: report } as unknown as Props)} />
      </DashContext.Provider>
    </section>
  );
}

export const Columns = ({ children }: { children: ReactNode }) => (
  <div style={{ display: 'grid', gap: '0 2rem', gridTemplateColumns: 'repeat(auto-fill, minmax(min(20rem, 100%), 1fr))' }}>
    {children}
  </div>
);
