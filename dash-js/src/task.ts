// Work for the next task of the browser, once the present one and what it leads to at once are over.

declare const scheduler: { postTask?: (work: () => void) => Promise<void> } | undefined;

/** In order, and unlike timers not slowed down when one follows from another. */
export const nextTask: (work: () => void) => void =
  typeof scheduler === 'object' && scheduler.postTask !== undefined ? (work) => void scheduler.postTask?.(work) : byMessage();

/** For browsers without a scheduler: a message takes a little longer. */
function byMessage(): (work: () => void) => void {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return (work) => {
    waiting.push(work);
    channel.port2.postMessage(undefined);
  };
}
