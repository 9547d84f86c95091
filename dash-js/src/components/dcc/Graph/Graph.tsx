// A chart drawn by plotly.js.
import { useRef } from 'react';
import { useLoading } from '../../../render/context';
import { classes } from '../shared/classes';
import { useFallbackName } from '../shared/label';
import type { GraphProps } from './Graph.types';
import type { GraphElement, Layout } from './plotly.types';
import { naturalHeight } from './size';
import { usePlot } from './usePlot';
import styles from './Graph.module.css';

export function Graph(props: GraphProps) {
  const { id, className, style, figure } = props;
  const root = useRef<HTMLDivElement>(null);
  const place = useRef<GraphElement>(null);
  const isLoading = useLoading();
  const { isDrawn, error } = usePlot(place, props, isLoading);
  useFallbackName(root, props, titleOf(figure?.layout));

  return (
    <div
      ref={root}
      id={id}
      role="figure"
      aria-label={props['aria-label']}
      aria-labelledby={props['aria-labelledby']}
      className={classes('dash-graph', !isDrawn && 'dash-graph--pending', styles.graph, className)}
      style={style}
      data-dash-is-loading={isLoading || undefined}
    >
      <div className={styles.frame}>
        <div ref={place} className={styles.plot} />
        {!isDrawn && (
          <div className={classes(styles.skeleton, error === null && styles.pulse)} aria-hidden="true">
            <div style={{ height: naturalHeight(figure?.layout) }} />
          </div>
        )}
        {error !== null && (
          <p role="alert" className={styles.error}>
            This chart cannot be shown: {error}.
          </p>
        )}
      </div>
    </div>
  );
}

Graph.isSilent = () => true;

function titleOf(layout: Layout | null | undefined): string | undefined {
  const title = layout?.['title'];
  const text = typeof title === 'object' && title !== null && 'text' in title ? title.text : title;
  return typeof text === 'string' ? text.replace(/<[^>]*>/g, '') : undefined;
}
