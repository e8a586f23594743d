import type { Layer as DeckLayer } from '@deck.gl/core';
import { ScatterplotLayer } from '@deck.gl/layers';
import { HIGHLIGHT, hexToRgb, INK, PAPER } from '../../domain/style/colour.ts';
import { scaleAt } from '../../domain/style/size-scale.ts';
import type { AnswerBatch } from '../../engine/protocol.ts';
import { createMesh } from '../../geo/draw-mesh.ts';
import { type Areas, areaLayer } from './area-layer.ts';
import { pointsOf } from './geometry-parts.ts';
import { type Segments, segmentLayer } from './segment-layer.ts';

/** The features that an answer found, to be highlighted. */
export interface AnswerScene {
  /** Id of the answer. */
  id: string;
  /** The features that the reader's filters keep. */
  kept: AnswerBatch;
  /** All of them, drawn faintly beneath, where filters keep fewer. */
  all: AnswerBatch | null;
  /** Id of the MapLibre layer just above. */
  beforeId: string;
}

/** Width of the ink on either side of the yellow, in pixels. */
const OUTLINE_PX = 1.5;

const FILL: [number, number, number, number] = [...hexToRgb(HIGHLIGHT), 150];

/**
 * The highlight of an answer: surveyor's yellow between two lines of ink, over a light yellow fill, so that it reads
 * over every colour and in grey. All ink is drawn before all yellow: neighbours found together make one shape, and a
 * parcel smaller than a pixel is still a mark. What filters leave out keeps a thin line of ink within paper.
 */
export function answerLayers({ id, kept, all, beforeId }: AnswerScene, zoom: number): DeckLayer[] {
  const near = scaleAt(NEARNESS, zoom);
  const shared = { beforeId, near };
  return [
    ...(all ? leftOutLayers(`answer/${id}/all`, all, shared) : []),
    ...keptLayers(`answer/${id}`, kept, shared),
  ];
}

interface Shared {
  beforeId: string;
  /** 0 where the whole territory is seen, 1 where parcels are. */
  near: number;
}

function keptLayers(id: string, batch: AnswerBatch, { beforeId, near }: Shared): DeckLayer[] {
  const { areas, segments, points } = partsOf(batch);
  const yellow = 1.2 + 1.8 * near;
  const outline = OUTLINE_PX * (0.5 + 0.5 * near);
  return [
    ...(areas.triangles.length > 0
      ? [areaLayer({ id: `${id}/fill`, areas, colour: FILL, beforeId })]
      : []),
    lineLayer(`${id}/ink`, segments, yellow + 2 * outline, INK, 255, beforeId),
    lineLayer(`${id}/yellow`, segments, yellow, HIGHLIGHT, 255, beforeId),
    pointLayer(`${id}/points`, points, 4 + 3 * near, [HIGHLIGHT, INK], beforeId),
  ];
}

function leftOutLayers(id: string, batch: AnswerBatch, { beforeId, near }: Shared): DeckLayer[] {
  const { segments, points } = partsOf(batch);
  return [
    lineLayer(`${id}/paper`, segments, 1.5 + 1.5 * near, PAPER, 170, beforeId),
    lineLayer(`${id}/ink`, segments, 0.5 + 0.5 * near, INK, 150, beforeId),
    pointLayer(`${id}/points`, points, 2.5 + 1.5 * near, [PAPER, INK], beforeId),
  ];
}

function lineLayer(
  id: string,
  segments: Segments,
  width: number,
  colour: string,
  alpha: number,
  beforeId: string,
): DeckLayer {
  return segmentLayer({ id, segments, color: [...hexToRgb(colour), alpha], width, beforeId });
}

function pointLayer(
  id: string,
  data: [number, number][],
  radius: number,
  [fill, line]: [string, string],
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
    getFillColor: [...hexToRgb(fill), 255],
    getLineColor: [...hexToRgb(line), 255],
    ...{ beforeId },
  });
}

/** 0 where the whole territory is seen, 1 where parcels are. */
const NEARNESS = [
  [10, 0],
  [15, 1],
] as const;

interface AnswerParts {
  areas: Areas;
  segments: Segments;
  points: [number, number][];
}

const partsOfBatch = new WeakMap<AnswerBatch, AnswerParts>();

/** The rows of a statement come as they are: their mesh is made here. */
function partsOf(batch: AnswerBatch): AnswerParts {
  const known = partsOfBatch.get(batch);
  if (known) return known;
  const mesh = batch.mesh ?? createMesh(batch.geometry, { isFilled: true, isNamed: false });
  const { owners, origin, edges, extent } = mesh;
  const segments = { length: owners.length, origin, offsets: edges, extent };
  const parts = { areas: mesh, segments, points: pointsOf(batch.geometry) };
  partsOfBatch.set(batch, parts);
  return parts;
}
