/**
 * Paths (flat) joined end to end where two of them, and no third, meet in a place: a street cut at every crossing becomes one line again.
 * Coordinates are compared exactly. Linear but for the joining itself.
 */
export function joinPaths(paths: readonly Float64Array[]): Float64Array[] {
  const ends = new Map<string, number[]>();
  const keyOf = (path: Float64Array, at: number) => `${path[at]} ${path[at + 1]}`;
  const endsOf = (path: Float64Array) => [keyOf(path, 0), keyOf(path, path.length - 2)];
  paths.forEach((path, i) => {
    for (const key of endsOf(path)) ends.set(key, [...(ends.get(key) ?? []), i]);
  });
  const isUsed = new Uint8Array(paths.length);
  const nextAt = (key: string): number | undefined => {
    const meeting = ends.get(key) ?? [];
    return meeting.length === 2 ? meeting.find((i) => !isUsed[i]) : undefined;
  };
  return paths.flatMap((path, i) => {
    if (isUsed[i]) return [];
    isUsed[i] = 1;
    let joined = Array.from(path);
    for (let turn = 0; turn < 2; turn++) {
      for (;;) {
        const key = `${joined.at(-2)} ${joined.at(-1)}`;
        const next = nextAt(key);
        if (next === undefined) break;
        isUsed[next] = 1;
        const other = paths[next]!;
        const isForward = keyOf(other, 0) === key;
        joined.push(...(isForward ? other : reversed(other)).slice(2));
      }
      joined = Array.from(reversed(Float64Array.from(joined)));
    }
    return [Float64Array.from(joined)];
  });
}

/** The same path from its end to its beginning. */
export function reversed(path: Float64Array): Float64Array {
  const result = new Float64Array(path.length);
  for (let i = 0; i < path.length; i += 2) {
    result[i] = path[path.length - 2 - i]!;
    result[i + 1] = path[path.length - 1 - i]!;
  }
  return result;
}
