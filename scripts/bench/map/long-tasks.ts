import { readFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { basename, join } from 'node:path';

/** Whose code the main thread ran. */
export const OWNERS = ['ours', 'MapLibre', 'deck.gl', 'React', 'graphics', 'browser'] as const;

/** One of `OWNERS`. */
export type Owner = (typeof OWNERS)[number];

/** A task of the main thread that took long. */
export interface LongTask {
  /** On the clock, and on the processor: less where other programs had it meanwhile. */
  wallMs: number;
  cpuMs: number;
  /** Milliseconds on the clock in the code of each owner. */
  self: Record<Owner, number>;
  /** Milliseconds with a function of ours running or waiting for what it called. */
  oursMs: number;
}

/** An event of a trace of Chromium, as far as it is read here. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  id?: string;
  args: {
    name?: string;
    data?: {
      startTime?: number;
      timeDeltas?: number[];
      cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] };
    };
  };
}

interface ProfileNode {
  id: number;
  parent?: number;
  callFrame: { functionName: string; url?: string; lineNumber?: number; columnNumber?: number };
}

/** What a trace must record to be read by `longTasks`. */
export const TRACE_CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
];

/**
 * The tasks of a page's main thread in a trace that took more than `leastMs` on the clock, each with whose code it ran: by the source of
 * the function, from the source maps beside the scripts in `distDir`. What has no script is the browser's, the calls of WebGL the graphics'.
 */
export async function longTasks(trace: Buffer, distDir: string, leastMs: number) {
  const events = (JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }).traceEvents;
  const isMain = await mainThread(events);
  const tasks = events.filter(
    (event) => isMain(event) && event.name === 'RunTask' && (event.dur ?? 0) > leastMs * 1000,
  );
  const profile = await readProfile(events, isMain, distDir);
  return tasks.map(({ ts, dur = 0, tdur = dur }): LongTask => {
    const self = Object.fromEntries(OWNERS.map((owner) => [owner, 0])) as Record<Owner, number>;
    let oursMs = 0;
    for (const sample of profile) {
      const ms = (Math.min(sample.end, ts + dur) - Math.max(sample.start, ts)) / 1000;
      if (ms <= 0) continue;
      self[sample.owner] += ms;
      if (sample.isUnderOurs) oursMs += ms;
    }
    return { wallMs: dur / 1000, cpuMs: tdur / 1000, self, oursMs };
  });
}

async function mainThread(events: TraceEvent[]): Promise<(event: TraceEvent) => boolean> {
  const names = events.filter(({ name }) => name === 'thread_name');
  const mains = names.filter(({ args }) => args.name === 'CrRendererMain');
  const keys = new Set(mains.map(({ pid, tid }) => `${pid} ${tid}`));
  return ({ pid, tid }) => keys.has(`${pid} ${tid}`);
}

interface Sample {
  start: number;
  end: number;
  owner: Owner;
  isUnderOurs: boolean;
}

/** The samples of the profile of the main thread, in order. */
async function readProfile(
  events: TraceEvent[],
  isMain: (event: TraceEvent) => boolean,
  distDir: string,
): Promise<Sample[]> {
  const starts = events.filter((event) => event.name === 'Profile' && isMain(event));
  const samples: Sample[] = [];
  for (const { id, pid, args } of starts) {
    const chunks = events
      .filter((event) => event.name === 'ProfileChunk' && event.id === id && event.pid === pid)
      .sort((a, b) => a.ts - b.ts);
    const nodes = new Map<number, ProfileNode>();
    let time = args.data?.startTime ?? 0;
    for (const { args: chunk } of chunks) {
      for (const node of chunk.data?.cpuProfile?.nodes ?? []) nodes.set(node.id, node);
    }
    const owners = await ownersOf(nodes, distDir);
    for (const { args: chunk } of chunks) {
      chunk.data?.cpuProfile?.samples?.forEach((node, i) => {
        time += chunk.data?.timeDeltas?.[i] ?? 0;
        const last = samples.at(-1);
        if (last) last.end = time;
        samples.push({ start: time, end: time, ...owners(node) });
      });
    }
  }
  return samples;
}

async function ownersOf(nodes: Map<number, ProfileNode>, distDir: string) {
  const urls = new Set([...nodes.values()].map(({ callFrame }) => callFrame.url ?? ''));
  const maps = new Map<string, SourceMap>();
  for (const url of urls) {
    if (!url.startsWith('http')) continue;
    const path = join(distDir, 'assets', `${basename(new URL(url).pathname)}.map`);
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text) maps.set(url, new SourceMap(JSON.parse(text)));
  }
  const known = new Map<number, { owner: Owner; isUnderOurs: boolean; caller: Owner }>();
  const look = (id: number): { owner: Owner; isUnderOurs: boolean; caller: Owner } => {
    const found = known.get(id);
    if (found) return found;
    const node = nodes.get(id);
    const above = node?.parent === undefined ? null : look(node.parent);
    const own = node ? ownerOfFrame(node, maps) : 'browser';
    const made = {
      owner: own === 'browser' && isGraphics(node, above?.caller) ? ('graphics' as const) : own,
      caller: own === 'browser' ? (above?.caller ?? 'browser') : own,
      isUnderOurs: own === 'ours' || (above?.isUnderOurs ?? false),
    };
    known.set(id, made);
    return made;
  };
  return (id: number) => {
    const { owner, isUnderOurs } = look(id);
    return { owner, isUnderOurs };
  };
}

/** A native function that code which draws calls is WebGL's. */
function isGraphics(node: ProfileNode | undefined, caller: Owner | undefined): boolean {
  const name = node?.callFrame.functionName ?? '';
  return !name.startsWith('(') && (caller === 'MapLibre' || caller === 'deck.gl');
}

function ownerOfFrame({ callFrame }: ProfileNode, maps: Map<string, SourceMap>): Owner {
  const { url = '', lineNumber = 0, columnNumber = 0 } = callFrame;
  const entry = maps.get(url)?.findEntry(lineNumber, columnNumber);
  const source = entry && 'originalSource' in entry ? entry.originalSource : '';
  if (/node_modules\/(maplibre-gl|@maplibre)/.test(source)) return 'MapLibre';
  if (/node_modules\/@(deck|luma|math|probe|loaders)\.gl/.test(source)) return 'deck.gl';
  if (/node_modules\/(react|scheduler)/.test(source)) return 'React';
  return /(^|\/)src\//.test(source) && !source.includes('node_modules') ? 'ours' : 'browser';
}
