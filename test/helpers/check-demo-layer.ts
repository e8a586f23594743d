import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Geometry, Position } from 'geojson';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import * as v from 'valibot';
import type { DemoFeature, DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { polygonArea, shapeContains } from '../../scripts/demo/shapes/polygon.ts';
import { nearestOnLine } from '../../scripts/demo/shapes/polyline.ts';
import { layerMetaSchema } from '../../src/domain/catalogue.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';

/** What `data/layers/<id>.json` says of a layer. */
export function readLayerMeta(id: string): LayerMeta {
  const path = join(import.meta.dirname, `../../data/layers/${id}.json`);
  return v.parse(layerMetaSchema, JSON.parse(readFileSync(path, 'utf8'))) as LayerMeta;
}

/**
 * Where an embedded layer and its description disagree: fields, key, title, codes, classes of its legend, geometry. Empty: they
 * agree.
 */
export function layerFaults({ id, features }: DemoLayer): string[] {
  const meta = readLayerMeta(id);
  const names = meta.fields.map(({ name }) => name).sort();
  const classes = new Set(meta.style.classes?.map(({ value }) => value));
  const { field, graduated, otherLabel } = meta.style;
  const drawnBy = graduated || otherLabel ? undefined : field;
  const family = FAMILIES[meta.geometry];
  const reader = new GeoJSONReader(new GeometryFactory());
  const keys = new Set<unknown>();
  if (features.length === 0) return [`${id}: no feature`];
  return features.flatMap(({ geometry, properties }) => {
    const key = properties[meta.key];
    const faults: string[] = [];
    if (Object.keys(properties).sort().join() !== names.join()) faults.push('fields');
    if (keys.has(key) || key == null) faults.push('key');
    keys.add(key);
    if (!properties[meta.titleField]) faults.push('title');
    if (drawnBy && !classes.has(properties[drawnBy] ?? '')) faults.push(`class of ${drawnBy}`);
    for (const { name, codes } of meta.fields) {
      const value = properties[name];
      if (codes && value !== null && !(String(value) in codes)) faults.push(`code of ${name}`);
    }
    if (geometry && !geometry.type.includes(family)) faults.push('family');
    if (geometry && !IsValidOp.isValid(reader.read(geometry))) faults.push('geometry');
    return faults.map((fault) => `${id} ${key}: ${fault}`);
  });
}

/** Planar area of a polygon or polygons in CC50, m²; 0 for another geometry. */
export function planarArea(geometry: Geometry | null): number {
  return shapeOf(geometry).reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}

/** The sum of the planar areas of features in CC50, hectares. */
export function planarHectares(features: readonly DemoFeature[]): number {
  return features.reduce((sum, { geometry }) => sum + planarArea(geometry), 0) / 10_000;
}

/** The polygons of a geometry; none of a line or a point. */
export function shapeOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates;
  return geometry?.type === 'Polygon' ? [geometry.coordinates] : [];
}

/** The vertices of a geometry that lie in none of the communes of these INSEE codes, nor on their border to a centimetre. */
export function verticesOutside(
  ground: Ground,
  geometry: Geometry | null,
  codes: string[],
): Position[] {
  const shape = ground.communes.flatMap((commune) =>
    codes.includes(commune.code) ? commune.shape : [],
  );
  return verticesOf(geometry).filter(
    (vertex) =>
      !shapeContains(shape, vertex) &&
      shape.flat().every((ring) => nearestOnLine(ring, vertex).distance > 0.01),
  );
}

const FAMILIES = { point: 'Point', line: 'Line', polygon: 'Polygon' };

function verticesOf(geometry: Geometry | null): Position[] {
  if (geometry?.type === 'Point') return [geometry.coordinates];
  if (geometry?.type === 'MultiPoint' || geometry?.type === 'LineString') {
    return geometry.coordinates;
  }
  return shapeOf(geometry).flat(2);
}
