import type { Layer as DeckLayer } from '@deck.gl/core';
import { ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { DrawBatch } from '../../engine/protocol.ts';
import { HIGHLIGHT, hexToRgb, INK } from '../style/colour.ts';
import { scaleAt } from '../style/zoom-scale.ts';
import { type PolygonPart, pointsOf, polygonParts, segmentsOf } from './geometry-parts.ts';
import { type Segments, segmentLayer } from './segment-layer.ts';

/** The features that an answer found, to be highlighted. */
export interface AnswerScene {
  /** Id of the answer. */
  id: string;
  batch: DrawBatch;
  /** Id of the MapLibre layer just above. */
  beforeId: string;
}

/** Width of the ink on either side of the yellow, in pixels. */
const OUTLINE_PX = 1.5;

/**
 * The highlight of an answer: surveyor's yellow between two lines of ink, over a light yellow fill, so that it reads
 * over every colour and in grey. All ink is drawn before all yellow: neighbours found together make one shape, and a
 * parcel smaller than a pixel is still a mark.
 */
export function answerLayers({ id, batch, beforeId }: AnswerScene, zoom: number): DeckLayer[] {
  const { polygons, segments, points } = partsOf(batch);
  const near = scaleAt(NEARNESS, zoom);
  const yellow = 1.2 + 1.8 * near;
  const outline = OUTLINE_PX * (0.5 + 0.5 * near);
  const line = (name: string, width: number, colour: string) =>
    segmentLayer({
      id: `answer/${id}/${name}`,
      segments,
      color: [...hexToRgb(colour), 255],
      width,
      beforeId,
    });
  return [
    fillLayer(`answer/${id}/fill`, polygons, beforeId),
    line('ink', yellow + 2 * outline, INK),
    line('yellow', yellow, HIGHLIGHT),
    pointLayer(`answer/${id}/points`, points, 4 + 3 * near, beforeId),
  ];
}

function fillLayer(id: string, data: PolygonPart[], beforeId: string): DeckLayer {
  return new SolidPolygonLayer<PolygonPart>({
    id,
    data,
    positionFormat: 'XY',
    getPolygon: (part: PolygonPart) => part as never,
    getFillColor: [...hexToRgb(HIGHLIGHT), 150],
    ...{ beforeId },
  });
}

function pointLayer(
  id: string,
  data: [number, number][],
  radius: number,
  beforeId: string,
): DeckLayer {
  return new ScatterplotLayer<[number, number]>({
    id,
    data,
    getPosition: (position: [number, number]) => position,
    radiusUnits: 'pixels',
    radiusScale: radius,
    getRadius: 1,
    stroked: true,
    lineWidthUnits: 'pixels',
    getLineWidth: OUTLINE_PX,
    getFillColor: [...hexToRgb(HIGHLIGHT), 255],
    getLineColor: [...hexToRgb(INK), 255],
    ...{ beforeId },
  });
}

/** 0 where the whole territory is seen, 1 where parcels are. */
const NEARNESS = [
  [10, 0],
  [15, 1],
] as const;

interface AnswerParts {
  polygons: PolygonPart[];
  segments: Segments;
  points: [number, number][];
}

const partsOfBatch = new WeakMap<DrawBatch, AnswerParts>();

function partsOf(batch: DrawBatch): AnswerParts {
  const known = partsOfBatch.get(batch);
  if (known) return known;
  const parts = {
    polygons: polygonParts(batch.geometry),
    segments: segmentsOf(batch.geometry),
    points: pointsOf(batch.geometry),
  };
  partsOfBatch.set(batch, parts);
  return parts;
}
