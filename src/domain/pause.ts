/**
 * Lets the messages that wait be handled; a message channel is not slowed down as timers are. It listens only while
 * somebody waits, for it would keep a Node process alive.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port1.onmessage = resume;
    channel.port2.postMessage(null);
  });
}

function resume(): void {
  waiting.shift()?.();
  if (waiting.length === 0) channel.port1.onmessage = null;
}

const channel = new MessageChannel();

/** Who paused, first come first: several may pause at once, and each must go on. */
const waiting: (() => void)[] = [];
