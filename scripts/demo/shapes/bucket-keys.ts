/** Keys of the square buckets of `size` metres that a box `[minX, minY, maxX, maxY]` touches. */
export function* bucketKeys(
  box: readonly [number, number, number, number],
  size: number,
): Iterable<string> {
  const [left, bottom, right, top] = box.map((bound) => Math.floor(bound / size));
  for (let i = left!; i <= right!; i++) for (let j = bottom!; j <= top!; j++) yield `${i} ${j}`;
}
