import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createNoise } from '../../random.ts';
import { intersection, type Shape, union } from '../../shapes/overlay.ts';
import { boxOf, polygonArea } from '../../shapes/polygon.ts';
import { type WellField, wellFields } from './well-fields.ts';

/**
 * Protection perimeters of the catchments (immediate, near and far), simulated: squares about the wells, then rounded
 * land about them, wider from one to the next and inside the territory. Near and far ones are drafts where the
 * declaration of public utility is not settled.
 */
export function buildPerimetresCaptage(ground: Ground): DemoLayer {
  const features = wellFields(ground).flatMap((field) => {
    const territory = communesAbout(ground, field);
    return PERIMETERS.map(({ type, label, reachM }): DemoFeature => {
      const shape = intersection(
        union(field.wells.map((well) => landAbout(well, reachM))),
        territory,
      );
      return {
        geometry: { type: 'MultiPolygon', coordinates: shape },
        properties: {
          id: `${field.unit.code}-${type}`,
          nom: `${label} ${field.unit.name}`,
          captage: field.unit.name,
          type,
          dup: field.dup,
          comm_insee: field.commune.code,
          comm_nom: field.commune.name,
          surface_ha: Number(
            (shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0) / 10_000).toFixed(2),
          ),
        },
      };
    });
  });
  return { id: 'perimetres_captage', features };
}

/** Widest first, so that the narrow ones are drawn over them. */
const PERIMETERS = [
  { type: 'PPE', label: 'Périmètre éloigné –', reachM: 1400 },
  { type: 'PPR', label: 'Périmètre rapproché –', reachM: 420 },
  { type: 'PPI', label: 'Périmètre immédiat –', reachM: 25 },
] as const;

const VERTICES = 60;
const wander = createNoise('catchment perimeters', 700);

/** A square about a well, or rounded land that reaches further here than there. */
function landAbout([x, y]: Position, reachM: number): Shape {
  if (reachM < 100) {
    const [west, south, east, north] = [x! - reachM, y! - reachM, x! + reachM, y! + reachM];
    return [
      [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    ];
  }
  const ring = Array.from({ length: VERTICES }, (_, i) => {
    const angle = (2 * Math.PI * i) / VERTICES;
    const [u, v] = [Math.cos(angle), Math.sin(angle)];
    const reach = reachM * (1 + 0.3 * wander(x! + reachM * u, y! + reachM * v));
    return [x! + reach * u, y! + reach * v];
  });
  return [[[...ring, ring[0]!]]];
}

/** The communes that the widest perimeter may reach, as one shape. */
function communesAbout({ communes }: Ground, { wells }: WellField): Shape {
  const [left, bottom, right, top] = boxOf(wells);
  const near = communes.filter(({ shape }) => {
    const box = boxOf(shape.flatMap((polygon) => polygon[0]!));
    return (
      box[0] < right + FAR_M &&
      box[2] > left - FAR_M &&
      box[1] < top + FAR_M &&
      box[3] > bottom - FAR_M
    );
  });
  return union(near.map(({ shape }) => shape));
}

const FAR_M = 2000;
