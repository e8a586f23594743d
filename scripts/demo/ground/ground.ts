import type { Position } from 'geojson';
import type { EdgeKind } from './piece.ts';

/** A commune of the simulated ground. */
export interface GroundCommune {
  /** INSEE code, from the official list. */
  code: string;
  name: string;
  population: number;
  /** Simple polygon or polygons, GeoJSON MultiPolygon coordinates in CC50 metres; borders shared vertex for vertex. */
  shape: Position[][][];
  /** Centre of the village or town, inside `shape`, CC50 metres: church, town hall, where the streets meet. */
  centre: Position;
  areaM2: number;
}

/** A river or canal, upstream to downstream. */
export interface GroundRiver {
  /** Empty for a brook or ditch that no map names. */
  name: string;
  kind: 'rivière' | 'ruisseau' | 'canal' | 'fossé';
  /** CC50 metres. */
  line: Position[];
  /** Width of the flood plain on each side, metres; 0 for a canal. */
  plainM: number;
}

/** A road or street. */
export interface GroundRoad {
  /** "A26", "D937", the street's name, or empty for a track. */
  name: string;
  kind: 'autoroute' | 'principale' | 'secondaire' | 'locale';
  /** CC50 metres. */
  line: Position[];
}

/** What grows or stands on a piece of land. */
export type CoverKind = 'bâti' | 'activité' | 'bois' | 'prairie' | 'culture' | 'eau';

/** A tint of land: what grows or stands there. */
export interface GroundCover {
  kind: CoverKind;
  /** GeoJSON Polygon coordinates, CC50 metres. */
  shape: Position[][];
  commune: string;
}

/** How the lots of a block are laid out. */
export type BlockFabric = 'centre' | 'cité' | 'faubourg' | 'pavillons' | 'village' | 'équipement';

/**
 * A block: the land between streets, tracks, water and the commune's limit. The blocks of a commune cover it without
 * gap or overlap, up to the middle of the ways between them; parcels and zones are made of blocks.
 */
export interface GroundBlock {
  /** INSEE code. */
  commune: string;
  /** Open ring, anticlockwise, CC50 metres. */
  ring: Position[];
  /** What runs along each side, from `ring[i]` to the next vertex. */
  edges: EdgeKind[];
  cover: CoverKind;
  /** Layout of the lots of a built block; null elsewhere. */
  fabric: BlockFabric | null;
  /** `LIBELLE` of the zoning plan: UA, UB, UC, UE, UL, 1AU, 2AU, A, N, Nr. */
  zone: string;
}

/** The simulated ground that every layer of the embedded territory is laid on. All coordinates: EPSG:3950, [x, y], metres. */
export interface Ground {
  communes: GroundCommune[];
  rivers: GroundRiver[];
  roads: GroundRoad[];
  rails: { name: string; line: Position[] }[];
  covers: GroundCover[];
  blocks: GroundBlock[];
}
