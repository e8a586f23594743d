import { type DemoLayer, oncePerGround } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { growPatch, landAround } from '../../shapes/open-land.ts';
import { difference, intersection, type Shape } from '../../shapes/overlay.ts';
import { polygonArea } from '../../shapes/polygon.ts';
import { floodWorks, type PlacedWork } from './flood-works.ts';

/** Footprints of the works that hold water back, or will: open land about them, as deep as their kind is. */
export function buildZonesExpansion(ground: Ground): DemoLayer {
  const features = footprints(ground).map(({ placed, land }) => ({
    geometry: { type: 'MultiPolygon' as const, coordinates: land },
    properties: {
      id: `EMP-${placed.id.slice(4)}`,
      ouvrage: placed.id,
      nom: placed.name,
      comm_insee: placed.commune.code,
      comm_nom: placed.commune.name,
      type: placed.work.type,
      etat: placed.work.state,
      volume_m3: placed.volumeM3 ?? placed.plannedM3,
      surface_ha: hectares(land),
      bassin: placed.catchment.code,
    },
  }));
  return { id: 'zones_expansion', features };
}

/**
 * How the land of the flood expansion zones is held or would be: bought where the water stands first, under an easement of
 * over-flooding (SUP category PM4) around it. An easement has the attributes of the table ASSIETTE_SUP_S (CNIG SUP v2016b
 * rev. 2026-06), an acquisition has none of them.
 */
export function buildSupSurinondation(ground: Ground): DemoLayer {
  const zones = footprints(ground).filter(({ placed }) => placed.work.type === 'ZEC');
  const features = zones.flatMap(({ placed, land, around }) => [
    holding(placed, land, 'acquisition'),
    ...(around.length > 0 ? [holding(placed, around, 'servitude')] : []),
  ]);
  return { id: 'sup_surinondation', features };
}

/** The land of a work that stores water, CC50 metres. */
export interface Footprint {
  placed: PlacedWork;
  /** Where the water stands. */
  land: Shape;
  /** The land around it that an easement would cover. */
  around: Shape;
}

/** The footprints of the works that store water, or will. */
export const footprints = oncePerGround((ground: Ground): Footprint[] =>
  floodWorks(ground).flatMap((placed) => {
    const volume = placed.volumeM3 ?? placed.plannedM3;
    if (volume === null) return [];
    const areaM2 = volume / DEPTHS_M[placed.work.type]!;
    const reach = 3.2 * Math.sqrt(areaM2);
    const land = landAround(
      ground,
      placed.at,
      reach,
      ['prairie', 'culture', 'bois'],
      placed.commune.code,
    );
    const form = { heading: placed.heading, stretch: 1.8 };
    const grow = (wanted: number) => growPatch(land, placed.at, wanted, placed.id, form);
    const [inner, outer] = [grow(areaM2), grow(areaM2 * AROUND)];
    const belt = intersection(difference([[outer.outline]], [[inner.outline]]), land);
    const around = belt.filter((polygon) => polygonArea(polygon) >= SCRAP_M2);
    return [{ placed, land: inner.land, around }];
  }),
);

/** Mean depth of the water in a full work, metres. */
const DEPTHS_M: Record<string, number> = { ZEC: 1.1, bassin: 1.8, 'retenue collinaire': 2.2 };
/** The zone and its easement together, in areas of the zone. */
const AROUND = 2.3;
const SCRAP_M2 = 150;

function holding(placed: PlacedWork, land: Shape, mode: 'acquisition' | 'servitude') {
  const isDone = placed.work.state === 'achevé';
  return {
    geometry: { type: 'MultiPolygon' as const, coordinates: land },
    properties: {
      id: `PM4-${placed.id.slice(4)}-${mode.charAt(0).toUpperCase()}`,
      ouvrage: placed.id,
      nom: placed.name,
      comm_insee: placed.commune.code,
      comm_nom: placed.commune.name,
      mode,
      categorie: mode === 'servitude' ? 'PM4' : null,
      etat: isDone ? 'en place' : 'projet',
      surface_ha: hectares(land),
      ...easementOf(mode === 'servitude' ? placed : null),
    },
  };
}

/** The attributes of an easement, empty without a work. */
function easementOf(placed: PlacedWork | null) {
  const idSup = placed && `PM4-${EPCI_SIREN}-${Number(placed.id.slice(4))}`;
  return {
    idSup,
    idGen: idSup && `${idSup}-1`,
    idAss: idSup && `${idSup}-1-1`,
    nomAss: placed && `Servitude de sur-inondation, ${placed.name}`,
    typeAss: placed && 'Zone de rétention temporaire des eaux de crue ou de ruissellement',
    modeGeoAss: placed && 'Digitalisation',
    srcGeoAss: placed && 'Arpent, générateur de territoire',
    dateSrcAss: placed && '20260630',
  };
}

/** Manager of the easements. */
const EPCI_SIREN = '200072460';

function hectares(shape: Shape): number {
  return Math.round(shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0) / 100) / 100;
}
