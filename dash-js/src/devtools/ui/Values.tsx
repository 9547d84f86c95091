// One callback: what it reads and writes, with the present values, and its last run.
import type { ReactNode } from 'react';
import type { Callback } from '../../graph';
import type { Page } from '../../page';
import type { Record, Run } from '../runs';
import { valuesOf } from '../values';
import styles from './DevTools.module.css';
import { milliseconds } from './GraphPanel';

interface ValuesProps {
  readonly page: Page;
  readonly callback: Callback;
  readonly record: Record;
}

export function Values({ page, callback, record }: ValuesProps): ReactNode {
  const rows = [['Input', callback.inputs], ['State', callback.state], ['Output', callback.outputs]] as const;
  return (
    <div className={styles['values']}>
      <h4>{callback.label ?? callback.name}</h4>
      {record.last !== undefined && <p>{story(record, record.last)}</p>}
      <table>
        <tbody>
          {rows.flatMap(([kind, targets]) =>
            targets.flatMap((target, i) =>
              valuesOf(target, page.store).map(({ name, text }, member) => (
                <tr key={`${kind} ${i} ${name}`}>
                  <td>{member === 0 && kind}</td>
                  <td>
                    <code>{name}</code>
                  </td>
                  <td>
                    <code>{text}</code>
                  </td>
                </tr>
              )),
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function story({ count, total }: Record, { kind, took, server, changed }: Run): string {
  const times = `${WORDS[kind]} after ${milliseconds(took)}${server === undefined ? '' : `, ${milliseconds(server)} of them on the server`}`;
  const cause = changed.length === 0 ? 'the first call' : `a change of ${changed.join(', ')}`;
  return `Last run: ${times}, for ${cause}. ${count} in all, ${milliseconds(total / Math.max(1, count))} on average.`;
}

const WORDS: Readonly<globalThis.Record<Run['kind'], string>> = {
  answered: 'answered',
  failed: 'failed',
  skipped: 'skipped',
  unreachable: 'not reached',
  superseded: 'superseded',
};
