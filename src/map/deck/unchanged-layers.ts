import type { Layer as DeckLayer } from '@deck.gl/core';
import { ScatterplotLayer } from '@deck.gl/layers';
import type { DrawBatch } from '../../engine/protocol.ts';
import { UNCHANGED_OPACITY } from '../style/change-symbols.ts';
import { hexToRgb, INK } from '../style/colour.ts';
import { pointsOf, segmentsOf } from './geometry-parts.ts';
import { type Segments, segmentLayer } from './segment-layer.ts';

/** The features that are the same in two versions. */
export interface UnchangedScene {
  /** Tells one comparison from another. */
  id: string;
  batch: DrawBatch;
  /** Id of the MapLibre layer just above. */
  beforeId: string;
}

/** What did not change: thin, pale outlines and points that let what did stand out. */
export function unchangedLayers({ id, batch, beforeId }: UnchangedScene): DeckLayer[] {
  const { segments, points } = partsOf(batch);
  return [
    segmentLayer({
      id: `unchanged/${id}/line`,
      segments,
      color: [...hexToRgb(INK), PALE],
      width: 0.9,
      beforeId,
    }),
    new ScatterplotLayer<[number, number]>({
      id: `unchanged/${id}/points`,
      data: points,
      getPosition: (position: [number, number]) => position,
      radiusUnits: 'pixels',
      getRadius: 3,
      getFillColor: [...hexToRgb(INK), PALE],
      ...{ beforeId },
    }),
  ];
}

const PALE = Math.round(255 * UNCHANGED_OPACITY);

const partsOfBatch = new WeakMap<DrawBatch, { segments: Segments; points: [number, number][] }>();

function partsOf(batch: DrawBatch) {
  const parts = partsOfBatch.get(batch) ?? {
    segments: segmentsOf(batch.geometry),
    points: pointsOf(batch.geometry),
  };
  partsOfBatch.set(batch, parts);
  return parts;
}
