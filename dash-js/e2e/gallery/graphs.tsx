// Charts in every state.
import { Graph } from '../../src/components/dcc/Graph';
import { Columns, Show } from './Show';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const wave = (phase: number, size = 30) => months.map((_, i) => Math.round(60 + size * Math.sin(i / 2 + phase) + i * 3));

const lines = ['North', 'South', 'East', 'West', 'Central'].map((name, i) => ({ name, x: months, y: wave(i * 1.3), type: 'scatter', mode: 'lines+markers' }));
const bars = ['Online', 'Retail', 'Partners'].map((name, i) => ({ name, x: months, y: wave(i), type: 'bar' }));
const z = Array.from({ length: 12 }, (_, row) => Array.from({ length: 20 }, (_, column) => Math.sin(row / 3) * Math.cos(column / 4)));

export const part = (
  <>
    <h1>Graph</h1>
    <Show title="lines" of={Graph} props={{ id: 'lines', figure: { data: lines, layout: { title: { text: 'Revenue by region' }, xaxis: { title: { text: 'Month' } }, yaxis: { title: { text: 'Thousand euros' } } } } }} />
    <Columns>
      <Show title="bars" of={Graph} props={{ id: 'bars', figure: { data: bars, layout: { height: 320, barmode: 'stack' } } }} />
      <Show title="pie" of={Graph} props={{ id: 'pie', figure: { data: [{ type: 'pie', labels: ['Online', 'Retail', 'Partners', 'Export'], values: [45, 25, 20, 10], hole: 0.45 }], layout: { height: 320 } } }} />
      <Show title="heatmap (larger bundle)" of={Graph} props={{ id: 'heat', figure: { data: [{ type: 'heatmap', z }], layout: { height: 320 } } }} />
      <Show title="box" of={Graph} props={{ id: 'box', figure: { data: lines.map(({ name, y }) => ({ type: 'box', name, y })), layout: { height: 320, showlegend: false } } }} />
      <Show title="empty" of={Graph} props={{ id: 'empty', style: { height: 260 } }} />
      <Show title="waiting for a callback" of={Graph} props={{ id: 'waiting', style: { height: 260 } }} isLoading />
      <Show title="loading new data" of={Graph} props={{ id: 'busy', figure: { data: bars, layout: {} }, style: { height: 260 } }} isLoading />
      <Show title="own colours" of={Graph} props={{ id: 'own', figure: { data: bars, layout: { paper_bgcolor: '#fff8e7', plot_bgcolor: '#fff', height: 320 } } }} />
      <Show title="polar (largest bundle)" of={Graph} props={{ id: 'polar', figure: { data: [{ type: 'scatterpolar', r: wave(0), theta: months, fill: 'toself' }], layout: { height: 320 } } }} />
      <Show title="broken data" of={Graph} props={{ id: 'broken', figure: { data: [{ y: { dtype: 'x9', bdata: 'AAAA' } }], layout: {} }, style: { height: 260 } }} />
    </Columns>
  </>
);

export const sales = (
  <>
    <h1>Sales dashboard</h1>
    <Show title="" of={Graph} props={{ id: 'chart', figure: { data: lines.slice(0, 1), layout: { title: { text: 'Sales in the North' } } } }} />
  </>
);
