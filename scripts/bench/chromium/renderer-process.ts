import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';

/** The process of a browser's page, as Linux tells of it. */
export interface RendererProcess {
  /** Largest resident set so far, in bytes: all that the page, its workers and the browser's own code have touched. */
  peakBytes(): Promise<number>;
  /** Milliseconds of processor that its threads have used so far. */
  cpuMs(): Promise<number>;
}

/** The process of the only page of a browser; null on a system without `/proc`. */
export async function findRenderer(browser: Browser): Promise<RendererProcess | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const candidates = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const sizes = await Promise.all(candidates.map((pid) => readPeak(pid).catch(() => 0)));
  const pid = candidates[sizes.indexOf(Math.max(...sizes))];
  if (pid === undefined || Math.max(...sizes) === 0) return null;
  return { peakBytes: () => readPeak(pid), cpuMs: () => readCpu(pid) };
}

async function readPeak(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return 1024 * Number(status.match(/^VmHWM:\s+(\d+) kB/m)?.[1]);
}

/** Fields 14 and 15 of `/proc/<pid>/stat`, of which field 2, in brackets, may hold spaces. */
async function readCpu(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

const TICK_MS = 10;
