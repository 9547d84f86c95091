// Work for the next task of the browser, once the present one and what it leads to at once are over.

/** Unlike timers, messages are not slowed down when one follows from another. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];

channel.port1.onmessage = () => waiting.shift()?.();

export function nextTask(work: () => void): void {
  waiting.push(work);
  channel.port2.postMessage(undefined);
}
