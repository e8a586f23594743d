import type { Part, PartRequest } from './part.ts';

/** What is on its way, counted for a line of progress. */
export interface Tally {
  begin(source: string, request: PartRequest): void;
  receive(source: string, request: PartRequest, count: number, expected: number | null): void;
  retry(source: string, request: PartRequest, wait: RetryWait): void;
  end(source: string, part: Part): void;
  /** What came of a source in this run, and of all sources for null. */
  count(source: string | null): TallyCount;
}

/** Why and how long a request waits before it is tried again. */
export interface RetryWait {
  attempt: number;
  waitMs: number;
  why: string;
}

/** What came, and what is awaited. */
export interface TallyCount {
  /** Parts that have ended, and all that are known of. */
  done: number;
  parts: number;
  /** Bytes that came over the network in this run. */
  bytes: number;
  /** Bytes of the parts that came or are awaited, where all announce or guess theirs; else null. */
  expectedBytes: number | null;
  retries: number;
  /** Share that is done, 0 to 1: by bytes, a part that says nothing counting as the mean of those that do. */
  share: number;
}

/** A tally in which `onChange` hears of every change, with the source and the request. */
export function createTally(
  onChange: (source: string, subject: string, wait: RetryWait | null) => void,
): Tally {
  const sources = new Map<string, Map<string, Tallied>>();
  const of = (source: string, { key, expectedBytes }: PartRequest): Tallied => {
    const parts = sources.get(source) ?? new Map<string, Tallied>();
    sources.set(source, parts);
    const known = parts.get(key);
    if (known) return known;
    const tallied = { bytes: 0, expected: expectedBytes ?? null, isDone: false, retries: 0 };
    parts.set(key, tallied);
    return tallied;
  };
  return {
    begin(source, request) {
      of(source, request);
      onChange(source, request.subject, null);
    },
    receive(source, request, count, expected) {
      const part = of(source, request);
      part.bytes += count;
      if (expected !== null) part.expected = expected;
      onChange(source, request.subject, null);
    },
    retry(source, request, wait) {
      of(source, request).retries += 1;
      onChange(source, request.subject, wait);
    },
    end(source, part) {
      const tallied = of(source, part);
      tallied.isDone = true;
      tallied.expected = tallied.bytes;
      onChange(source, part.subject, null);
    },
    count(source) {
      const chosen = source === null ? [...sources.values()] : [sources.get(source) ?? new Map()];
      return countParts(chosen.flatMap((parts) => [...parts.values()]));
    },
  };
}

interface Tallied {
  bytes: number;
  expected: number | null;
  isDone: boolean;
  retries: number;
}

function countParts(parts: readonly Tallied[]): TallyCount {
  const sum = (of: (part: Tallied) => number) => parts.reduce((total, part) => total + of(part), 0);
  const sized = parts.filter(({ expected }) => expected !== null);
  const mean = sized.length > 0 ? Math.max(1, sum((part) => part.expected ?? 0) / sized.length) : 1;
  const weight = ({ expected, bytes }: Tallied) => Math.max(expected || mean, bytes);
  const whole = sum(weight);
  const came = sum((part) => (part.isDone ? weight(part) : Math.min(part.bytes, weight(part))));
  const isKnown = sized.length === parts.length;
  return {
    done: sum(({ isDone }) => Number(isDone)),
    parts: parts.length,
    bytes: sum(({ bytes }) => bytes),
    expectedBytes: isKnown ? sum(({ expected, bytes }) => Math.max(expected ?? 0, bytes)) : null,
    retries: sum(({ retries }) => retries),
    share: whole > 0 ? came / whole : 0,
  };
}
