/** A bar of a round length: how long it is on the ground and on paper. */
export interface ScaleBar {
  metres: number;
  millimetres: number;
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that is not longer on paper than `longest` millimetres. */
export function scaleBar(scale: number, longest = 50): ScaleBar {
  const most = (longest / 1000) * scale;
  const power = 10 ** Math.floor(Math.log10(most));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= most) ?? 1;
  const metres = factor * power;
  return { metres, millimetres: (metres / scale) * 1000 };
}
