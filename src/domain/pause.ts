/**
 * Lets the messages that wait be handled, without the delay of a timer. In Node by `setImmediate`, which hears all ports
 * before it goes on: a message channel there handles a thousand of its own messages before another port has its turn.
 */
export function pause(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel ??= openChannel();
    channel.port2.postMessage(null);
  });
}

function openChannel(): MessageChannel {
  const opened = new MessageChannel();
  opened.port1.onmessage = () => waiting.shift()?.();
  return opened;
}

/** Made when a browser first pauses. */
let channel: MessageChannel | undefined;

/** Who paused, first come first: several may pause at once, and each must go on. */
const waiting: (() => void)[] = [];
