import type { Position } from 'geojson';
import { createNoise, type Noise } from '../random.ts';

/**
 * Where a position of the raster's regular world stands on the ground, CC50 metres.
 * One smooth one-to-one bend of the whole plane, up to about 200 m: outlines, rivers and roads drawn in the raster's
 * world keep their relations and lose their regularity.
 */
export function warp(x: number, y: number): Position {
  let warpedX = x;
  let warpedY = y;
  for (const { amplitudeM, east, north } of OCTAVES) {
    warpedX += amplitudeM * east(x, y);
    warpedY += amplitudeM * north(x, y);
  }
  return [warpedX, warpedY];
}

/** The position of the raster's world that `warp` sends to (`x`, `y`), within a metre. */
export function unwarp(x: number, y: number): Position {
  let guess: Position = [x, y];
  for (let round = 0; round < 6; round++) {
    const reached = warp(guess[0]!, guess[1]!);
    guess = [guess[0]! + x - reached[0]!, guess[1]! + y - reached[1]!];
  }
  return guess;
}

interface Octave {
  amplitudeM: number;
  east: Noise;
  north: Noise;
}

/** Slopes stay below one in practice, so that the plane never folds. */
const OCTAVES: Octave[] = [octave(130, 1300), octave(50, 430), octave(20, 170)];

function octave(amplitudeM: number, waveM: number): Octave {
  return {
    amplitudeM,
    east: createNoise(`warp east ${waveM}`, waveM),
    north: createNoise(`warp north ${waveM}`, waveM),
  };
}
