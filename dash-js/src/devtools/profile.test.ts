// What callbacks did, as Dash's store has it.
import { expect, test } from 'vitest';
import { profileOf } from './profile';
import { NEVER } from './runs';

const last = { changed: [], took: 30, server: 10, kind: 'answered' as const };

test.each([
  [{ ...NEVER, running: 1 }, { count: 0, total: 0, compute: 0, network: { time: 0 }, status: { latest: null } }],
  [{ count: 2, running: 0, total: 70, compute: 20, last }, { count: 2, total: 70, compute: 20, network: { time: 50 }, status: { latest: 'SUCCESS' } }],
  [{ ...NEVER, last: { ...last, kind: 'failed' as const } }, { status: { latest: 'ERROR' } }],
])('%j', (runs, expected) => {
  expect(profileOf(new Map([['out.children', runs]]))).toMatchObject({ 'out.children': expected });
});
