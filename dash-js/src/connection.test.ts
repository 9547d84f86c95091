// When the server is asked whether it is back.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createConnection } from './connection';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(answers: boolean[]) {
  const asked: number[] = [];
  const events: string[] = [];
  const start = Date.now();
  const connection = createConnection({
    ping: async () => {
      asked.push(Date.now() - start);
      return answers.shift() ?? true;
    },
    onLost: () => events.push('lost'),
    onBack: () => events.push('back'),
  });
  return { connection, asked, events };
}

test('the waits double up to five seconds', async () => {
  const { connection, asked } = open(Array(7).fill(false));
  connection.lose();
  await vi.advanceTimersByTimeAsync(25_000);
  expect(asked).toEqual([500, 1_500, 3_500, 7_500, 12_500, 17_500, 22_500]);
});

test('asking ends when the server is back, and begins anew when it is lost again', async () => {
  const { connection, asked, events } = open([false, true, true]);
  connection.lose();
  await vi.advanceTimersByTimeAsync(20_000);
  connection.lose();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked).toEqual([500, 1_500, 20_500]);
  expect(events).toEqual(['lost', 'back', 'lost', 'back']);
});

test('several lost requests are one loss', async () => {
  const { connection, asked, events } = open([true]);
  connection.lose();
  connection.lose();
  await vi.advanceTimersByTimeAsync(20_000);
  expect([asked.length, events]).toEqual([1, ['lost', 'back']]);
});
