/** Millimetres in the units of a drawing's SVG: whole hundredths. */
export function units(mm: number): number {
  return Math.round(mm * 100);
}

/**
 * The `d` of paths (flat, millimetres) in hundredths, each vertex from the one before: `m10 20 5-3…`, closed by `z` where a path ends
 * where it begins. Vertices that fall on the one before are left out; a path of one place is a dot of its line.
 */
export function pathData(paths: readonly Float64Array[]): string {
  let text = '';
  let [x, y] = [0, 0];
  for (const path of paths) {
    const last = path.length - 2;
    const isClosed = last > 2 && path[0] === path[last] && path[1] === path[last + 1];
    const end = isClosed ? last : path.length;
    const [startX, startY] = [units(path[0]!), units(path[1]!)];
    text += `m${pair(startX - x, startY - y)}`;
    [x, y] = [startX, startY];
    let steps = 0;
    for (let i = 2; i < end; i += 2) {
      const [nextX, nextY] = [units(path[i]!), units(path[i + 1]!)];
      if (nextX === x && nextY === y) continue;
      const step = pair(nextX - x, nextY - y);
      text += step.startsWith('-') ? step : ` ${step}`;
      [x, y] = [nextX, nextY];
      steps++;
    }
    if (steps === 0) text += 'h0';
    if (!isClosed) continue;
    text += 'z';
    [x, y] = [startX, startY];
  }
  return text;
}

function pair(dx: number, dy: number): string {
  return dy < 0 ? `${dx}${dy}` : `${dx} ${dy}`;
}
