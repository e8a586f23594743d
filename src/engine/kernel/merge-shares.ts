/** Sorted numbers of one worker, and the columns that go with them. */
export interface Share {
  keys: Uint32Array;
  /** Other columns of the same length. */
  others: (Uint32Array | Float64Array)[];
}

/** The shares of all workers as one, ascending by key; equal keys, which one worker has, keep their order. */
export function mergeShares(shares: readonly Share[]): Share {
  const total = shares.reduce((sum, { keys }) => sum + keys.length, 0);
  const first = shares[0]?.others ?? [];
  const merged: Share = {
    keys: new Uint32Array(total),
    others: first.map((column) =>
      column instanceof Float64Array ? new Float64Array(total) : new Uint32Array(total),
    ),
  };
  const heads = new Uint32Array(shares.length);
  for (let at = 0; at < total; ) {
    const from = leastHead(shares, heads);
    const { keys, others } = shares[from] as Share;
    const limit = nextHead(shares, heads, from);
    let head = heads[from] as number;
    for (; head < keys.length && (keys[head] as number) <= limit; head++, at++) {
      merged.keys[at] = keys[head] as number;
      others.forEach((column, i) => {
        (merged.others[i] as Float64Array)[at] = column[head] as number;
      });
    }
    heads[from] = head;
  }
  return merged;
}

function leastHead(shares: readonly Share[], heads: Uint32Array): number {
  let least = Infinity;
  let from = 0;
  shares.forEach(({ keys }, i) => {
    const key = keys[heads[i] as number] ?? Infinity;
    if (key < least) [least, from] = [key, i];
  });
  return from;
}

/** The least key that the others stand at: up to it, a run of keys is copied at once. */
function nextHead(shares: readonly Share[], heads: Uint32Array, except: number): number {
  const keys = shares.map((share, i) =>
    i === except ? undefined : share.keys[heads[i] as number],
  );
  return Math.min(...keys.map((key) => key ?? Infinity));
}
