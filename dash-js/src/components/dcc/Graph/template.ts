// The look of a chart whose author chose none: a plotly.js template, which yields to whatever the figure says.
import type { Look, Palette } from './look';
import type { Json, Layout } from './plotly.types';

/** Eight hues of one lightness that tell apart on light and on dark, also for the colour-blind. */
export const COLORWAY = ['#4477dd', '#d96c2c', '#1f9e89', '#c65293', '#8f6cd1', '#a87f12', '#2f8cb8', '#758092'];

const CLEAR = 'rgba(0,0,0,0)';
/** Keeps the labels off the axis, without a mark that is drawn for each. */
const LABELS = { ticklabelstandoff: 6 };
/** The same where axes know only marks. */
const CLEAR_MARKS = { ticks: 'outside', ticklen: 6, tickcolor: CLEAR };

const SCALED_TRACES = ['heatmap', 'contour', 'histogram2d', 'histogram2dcontour', 'surface', 'choropleth', 'densitymap'];

/** The layout with our template, unless the figure brings its own. */
export function themed(layout: Layout, look: Look): Layout {
  return layout['template'] == null ? { ...layout, template: templateFor(layout, look) } : layout;
}

/** A background the author chose keeps the colours plotly.js makes for it; ours are for the page's. */
export function templateFor(layout: Layout, look: Look): Json {
  const hasOwnBackground = layout['paper_bgcolor'] != null || layout['plot_bgcolor'] != null;
  return hasOwnBackground
    ? { layout: shape(layout, look) }
    : { layout: { ...shape(layout, look), ...colours(look.palette) }, data: traceColours(look.palette) };
}

/** What holds on any background. Sub-objects that `colours` sets too are whole in both. */
function shape(layout: Layout, { palette, isNarrow }: Look): Json {
  return {
    colorway: COLORWAY,
    colorscale: { sequential: 'Viridis' },
    font: { family: palette.fontFamily },
    title: { x: 0, xref: 'container', pad: { l: 16 }, font: { size: 17 } },
    margin: marginOf(layout),
    xaxis: { automargin: true, ...LABELS },
    yaxis: { automargin: true, ...LABELS },
    // Beside the plot a legend would take half of a phone's width.
    legend: isNarrow ? { orientation: 'h', x: 0, yref: 'container', y: 0, yanchor: 'bottom' } : {},
  };
}

/** Room for titles where there are some: `automargin` would find it as well, but draws the chart a second time for it. */
function marginOf({ title, xaxis, yaxis }: Layout): Json {
  return { t: title == null ? 32 : 64, r: 24, b: hasTitle(xaxis) ? 60 : 48, l: hasTitle(yaxis) ? 72 : 56 };
}

const hasTitle = (axis: unknown): boolean => typeof axis === 'object' && axis !== null && 'title' in axis && axis.title != null;

function colours(palette: Palette): Json {
  const { text, weakText, grid, line, surface, accent, fontFamily } = palette;
  const lines = { gridcolor: grid, linecolor: line, zerolinecolor: line, tickfont: { color: weakText } };
  const axis = { automargin: true, ...lines, ...LABELS };
  const roundAxis = { ...lines, ...CLEAR_MARKS };
  const sceneAxis = { gridcolor: grid, linecolor: line, zerolinecolor: line, backgroundcolor: CLEAR, color: weakText };
  const box = { bgcolor: surface, bordercolor: line, font: { color: text } };
  return {
    paper_bgcolor: CLEAR,
    plot_bgcolor: CLEAR,
    font: { family: fontFamily, color: text },
    xaxis: { ...axis, rangeselector: { bgcolor: surface, activecolor: grid } },
    yaxis: axis,
    polar: { bgcolor: CLEAR, angularaxis: roundAxis, radialaxis: roundAxis },
    ternary: { bgcolor: CLEAR, aaxis: roundAxis, baxis: roundAxis, caxis: roundAxis },
    scene: { xaxis: sceneAxis, yaxis: sceneAxis, zaxis: sceneAxis },
    geo: { bgcolor: CLEAR, landcolor: grid, lakecolor: CLEAR, coastlinecolor: line, subunitcolor: line },
    modebar: { bgcolor: CLEAR, color: weakText, activecolor: accent },
    coloraxis: { colorbar: { outlinewidth: 0 } },
    annotationdefaults: { arrowcolor: weakText },
    shapedefaults: { line: { color: weakText } },
    updatemenudefaults: box,
    sliderdefaults: { bgcolor: line, bordercolor: line, activebgcolor: accent, font: { color: text } },
  };
}

function traceColours({ surface, grid, text }: Palette): Json {
  const scaled = SCALED_TRACES.map((type) => [type, [{ colorscale: 'Viridis', colorbar: { outlinewidth: 0 } }]]);
  return {
    ...Object.fromEntries(scaled),
    pie: [{ marker: { line: { color: surface, width: 1 } } }],
    table: [{
      header: { fill: { color: grid }, line: { color: grid }, font: { color: text } },
      cells: { fill: { color: surface }, line: { color: grid }, font: { color: text } },
    }],
  };
}
