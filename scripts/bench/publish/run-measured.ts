import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** What a command took. */
export interface MeasuredRun {
  seconds: number;
  /** Largest resident set of the process, bytes; null on a system without `/proc`. */
  peakBytes: number | null;
  code: number;
  /** What it wrote on its error output. */
  said: string;
}

/** Runs Node with these arguments to its end, and tells what that took. */
export async function runMeasured(
  args: readonly string[],
  env: Record<string, string>,
): Promise<MeasuredRun> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let peakBytes: number | null = null;
  const watch = setInterval(async () => {
    const peak = await readPeak(child.pid);
    if (peak !== null) peakBytes = Math.max(peak, peakBytes ?? 0);
  }, WATCH_MS);
  const code = await new Promise<number>((resolve) => {
    child.on('close', (status) => resolve(status ?? -1));
  });
  clearInterval(watch);
  return { seconds: (performance.now() - start) / 1000, peakBytes, code, said };
}

/** The peak only grows: read often enough, its last reading is nearly the whole of it. */
const WATCH_MS = 50;

async function readPeak(pid: number | undefined): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const kilobytes = status.match(/^VmHWM:\s+(\d+) kB/m)?.[1];
    return kilobytes === undefined ? null : 1024 * Number(kilobytes);
  } catch {
    // No such process any more, or no /proc on this system: there is nothing to read.
    return null;
  }
}
