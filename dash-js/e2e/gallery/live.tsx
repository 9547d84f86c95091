// One chart that a test drives from outside: `window.server` changes its props, `window.reported` holds what it said.
import { useEffect, useState } from 'react';
import { Graph } from '../../src/components/dcc/Graph';
import type { Props, SetProps } from '../../src/components/types';

interface LiveWindow {
  reported: Props[];
  server: (changed: Props) => void;
}

const live = window as unknown as LiveWindow;
live.reported = [];

const months = Array.from({ length: 12 }, (_, i) => `M${i + 1}`);
const figure = {
  data: [
    { name: 'a', x: months, y: { dtype: 'u1', bdata: btoa(String.fromCharCode(...months.map((_, i) => i * i))) }, mode: 'markers', customdata: months },
    { name: 'b', x: months, y: months.map((_, i) => 100 - i), mode: 'lines' },
  ],
  layout: { title: 'Live' },
};

function Live() {
  const [props, setProps] = useState<Props>({ id: 'live', figure });
  useEffect(() => {
    live.server = (changed) => setProps((before) => ({ ...before, ...changed }));
  }, []);
  const report: SetProps = (given) => {
    const changed = typeof given === 'function' ? given(props) : given;
    live.reported.push(changed);
    live.server(changed);
  };
  return <Graph {...props} setProps={report} />;
}

export const part = <Live />;
