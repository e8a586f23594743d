import type { Page } from 'playwright';

/** One event of Chromium's trace format: times in microseconds, `tdur` of the processor alone. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string; data?: { frames?: { url: string; processId?: number }[] } };
}

/**
 * Traces the tasks of a page's main thread from now on. The function that it gives ends the trace and gives the processor time of
 * each task in milliseconds: on a machine that others use, wall time would tell of them.
 */
export async function traceTasks(page: Page): Promise<() => Promise<number[]>> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser to trace');
  await browser.startTracing(page, { categories: CATEGORIES });
  return async () => {
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
    return tasksOf(traceEvents, new URL(page.url()).origin);
  };
}

const CATEGORIES = ['__metadata', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

function tasksOf(events: TraceEvent[], origin: string): number[] {
  const frames = events.flatMap(({ args }) => args?.data?.frames ?? []);
  const pids = frames.filter(({ url }) => url.startsWith(origin)).map(({ processId }) => processId);
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter((event) => event.name === 'RunTask' && pids.includes(event.pid))
    .filter(({ pid, tid }) => mainThreads.has(`${pid} ${tid}`))
    .map(({ tdur }) => (tdur ?? 0) / 1000);
}
