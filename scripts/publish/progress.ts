/** A line of progress that tells what goes on. */
export interface Progress {
  say(line: string): void;
  /** Leaves the terminal clean for what follows. */
  clear(): void;
}

/**
 * Progress on a stream: on a terminal one line that is written over, elsewhere, where lines are kept, one every
 * ten seconds at most: short work says nothing there.
 */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  let last = performance.now();
  let isShown = false;
  return {
    say(line) {
      if (stream.isTTY) {
        stream.write(`\r\x1b[K${line.slice(0, (stream.columns || 80) - 1)}`);
        isShown = true;
      } else if (performance.now() - last > QUIET_MS) {
        stream.write(`${line}\n`);
        last = performance.now();
      }
    },
    clear() {
      if (isShown) stream.write('\r\x1b[K');
      isShown = false;
    },
  };
}

const QUIET_MS = 10_000;
