// What the user is entering, beside the value the server knows.
import { useState } from 'react';

/**
 * Local state that follows `value`. A new value from outside replaces the draft,
 * unless the draft already means that value: `1.0` stays while the value is 1.
 */
export function useDraft<Draft, Value>(
  value: Value,
  toDraft: (value: Value) => Draft,
  means: (draft: Draft, value: Value) => boolean,
): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(() => toDraft(value));
  const [seen, setSeen] = useState(value);
  if (Object.is(seen, value)) return [draft, setDraft];

  const next = means(draft, value) ? draft : toDraft(value);
  setSeen(value);
  setDraft(next);
  return [next, setDraft];
}
