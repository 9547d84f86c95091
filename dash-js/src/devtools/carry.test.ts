// What a new layout takes over: what the reader changed, where the author did not.
import { expect, test } from 'vitest';
import { carry } from './carry';

type Props = Record<string, unknown>;

const box = (props: Props, type = 'Box') => ({ type, namespace: 'test', props });
const page = (...children: unknown[]) => box({ children });

test.each<[string, unknown, unknown, unknown, unknown]>([
  ['what was typed stays', page(box({ id: 'a' })), page(box({ id: 'a' })), page(box({ id: 'a', value: 'x' })), page(box({ id: 'a', value: 'x' }))],
  ['the author wins', page(box({ id: 'a', value: 2 })), page(box({ id: 'a', value: 1 })), page(box({ id: 'a', value: 'x' })), page(box({ id: 'a', value: 2 }))],
  ['other props of the author come', page(box({ id: 'a', label: 'B' })), page(box({ id: 'a', label: 'A' })), page(box({ id: 'a', label: 'A', value: 1 })), page(box({ id: 'a', label: 'B', value: 1 }))],
  ['another component of the id starts afresh', page(box({ id: 'a' }, 'Bag')), page(box({ id: 'a' })), page(box({ id: 'a', value: 1 })), page(box({ id: 'a' }, 'Bag'))],
  ['without an id nothing is known', page(box({})), page(box({})), page(box({ value: 1 })), page(box({}))],
  ['a component that moved is found', page(page(box({ id: 'a' }))), page(box({ id: 'a' })), page(box({ id: 'a', value: 1 })), page(page(box({ id: 'a', value: 1 })))],
  ['ids with fields are ids', page(box({ id: { row: 1, type: 'x' } })), page(box({ id: { type: 'x', row: 1 } })), page(box({ id: { row: 1, type: 'x' }, value: 1 })), page(box({ id: { row: 1, type: 'x' }, value: 1 }))],
  [
    'children that a callback brought stay with all that is in them',
    box({ id: 'rows', children: [] }),
    box({ id: 'rows', children: [] }),
    box({ id: 'rows', children: [box({ id: 'new', value: 1 })] }),
    box({ id: 'rows', children: [box({ id: 'new', value: 1 })] }),
  ],
  [
    'an edit among children keeps the rest of them',
    box({ id: 'all', children: [box({ id: 'a' }), 'new text'] }),
    box({ id: 'all', children: [box({ id: 'a' }), 'text'] }),
    box({ id: 'all', children: [box({ id: 'a', value: 1 }), 'text'] }),
    box({ id: 'all', children: [box({ id: 'a', value: 1 }), 'new text'] }),
  ],
])('%s', (_, fresh, original, present, expected) => {
  expect(carry(fresh, { original, present })).toEqual(expected);
});
