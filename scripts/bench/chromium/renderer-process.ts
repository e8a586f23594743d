import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';

/** The processes that render the only page of a browser, as Linux tells of them. */
export interface Renderer {
  /** Largest resident set of one of them so far, in bytes: all that the page, its workers and the browser's own code touched. */
  peakBytes(): Promise<number>;
  /** Milliseconds of processor that their threads have used so far. */
  cpuMs(): Promise<number>;
}

/**
 * What renders the only page of a browser; null on a system without `/proc`. The browser keeps an idle process beside the
 * page's own, which uses neither memory nor time to speak of.
 */
export async function findRenderer(browser: Browser): Promise<Renderer | null> {
  if (!existsSync('/proc/self/status')) return null;
  const session = await browser.newBrowserCDPSession();
  const readAll = async (read: (pid: number) => Promise<number>) => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    return Promise.all(renderers.map(({ id }) => read(id)));
  };
  return {
    peakBytes: async () => Math.max(...(await readAll(readPeak))),
    cpuMs: async () => (await readAll(readCpu)).reduce((sum, ms) => sum + ms, 0),
  };
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
