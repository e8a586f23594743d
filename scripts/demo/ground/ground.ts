import type { Position } from 'geojson';

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
  name: string;
  kind: 'rivière' | 'ruisseau' | 'canal' | 'fossé';
  /** CC50 metres. */
  line: Position[];
  /** Width of the flood plain on each side, metres; 0 for a canal. */
  plainM: number;
}

/** A road or street. */
export interface GroundRoad {
  /** "A26", "D937", or the street's name. */
  name: string;
  kind: 'autoroute' | 'principale' | 'secondaire' | 'locale';
  /** CC50 metres. */
  line: Position[];
}

/** A tint of land: what grows or stands there. */
export interface GroundCover {
  kind: 'bâti' | 'activité' | 'bois' | 'prairie' | 'culture' | 'eau';
  /** GeoJSON Polygon coordinates, CC50 metres. */
  shape: Position[][];
  commune: string;
}

/** The simulated ground that every layer of the embedded territory is laid on. All coordinates: EPSG:3950, [x, y], metres. */
export interface Ground {
  communes: GroundCommune[];
  rivers: GroundRiver[];
  roads: GroundRoad[];
  rails: { name: string; line: Position[] }[];
  covers: GroundCover[];
}
