// The callbacks of the page and the props between them, with how often and how long each ran.
import { type ReactNode, useMemo, useState, useSyncExternalStore } from 'react';
import type { Page } from '../../page';
import { BOX, type Box, drawingOf, type Line } from '../layers';
import { NEVER, type Record, type Runs } from '../runs';
import styles from './DevTools.module.css';
import { Values } from './Values';

interface GraphPanelProps {
  readonly page: Page;
  readonly runs: Runs;
}

export function GraphPanel({ page, runs }: GraphPanelProps): ReactNode {
  const records = useSyncExternalStore(runs.subscribe, runs.now);
  const { boxes, lines, width, height } = useMemo(() => drawingOf(page.graph), [page.graph]);
  const [chosen, choose] = useState<string>();
  const callback = boxes.find((box) => box.key === chosen)?.callback;
  const recordOf = ({ callback: of }: Box) => (of === undefined ? NEVER : (records.get(of.name) ?? NEVER));
  return (
    <section className={`dash-callback-graph ${styles['panel']} ${styles['graph']}`} aria-label="Callbacks">
      <div className={styles['canvas']}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          {lines.map((line) => (
            <path key={line.key} d={curve(line)} data-state={line.isState} className={styles['edge']} />
          ))}
          {boxes.map((box) => (
            <Node key={box.key} box={box} record={recordOf(box)} isChosen={box.key === chosen} onChoose={() => choose(box.key)} />
          ))}
        </svg>
      </div>
      {callback === undefined ? (
        <p className={styles['hint']}>Choose a callback to see its values.</p>
      ) : (
        <Values page={page} callback={callback} record={records.get(callback.name) ?? NEVER} />
      )}
    </section>
  );
}

interface NodeProps {
  readonly box: Box;
  readonly record: Record;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Node({ box: { prop, callback, x, y }, record, isChosen, onChoose }: NodeProps): ReactNode {
  if (callback === undefined) {
    return (
      <foreignObject x={x} y={y} width={BOX.width} height={BOX.height}>
        <div className={styles['prop']} title={prop}>
          {prop}
        </div>
      </foreignObject>
    );
  }
  return (
    <foreignObject x={x} y={y} width={BOX.width} height={BOX.height}>
      <button
        type="button"
        className={styles['fn']}
        aria-pressed={isChosen}
        data-running={record.running > 0}
        data-failed={record.last?.kind === 'failed'}
        onClick={onChoose}
      >
        <b>{callback.label ?? callback.name}</b>
        <span>{summary(record)}</span>
      </button>
    </foreignObject>
  );
}

const summary = ({ count, last }: Record): string => (last === undefined ? '—' : `${count} × ${milliseconds(last.took)}`);

export const milliseconds = (time: number): string => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`;

function curve({ from, to }: Line): string {
  const [x1, y1, x2, y2] = [from.x + BOX.width, from.y + BOX.height / 2, to.x, to.y + BOX.height / 2];
  const bend = Math.max(24, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
