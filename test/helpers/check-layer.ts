import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Geometry, Position } from 'geojson';
import * as v from 'valibot';
import { expect } from 'vitest';
import type { DemoFeature, DemoLayer } from '../../scripts/demo/demo-layer.ts';
import { polygonArea } from '../../scripts/demo/shapes/polygon.ts';
import { layerMetaSchema } from '../../src/domain/catalogue.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';

/** What `data/layers/<id>.json` says of a layer. */
export function readMeta(id: string): LayerMeta {
  const file = join(import.meta.dirname, '../../data/layers', `${id}.json`);
  return v.parse(layerMetaSchema, JSON.parse(readFileSync(file, 'utf8'))) as LayerMeta;
}

/**
 * Expects that a layer is described whole (who refreshes it, how often, how good it is) and holds what is said: exactly
 * its fields, codes that have a meaning, classes that have a legend, keys of its own, geometry of its family.
 */
export function checkLayer({ id, features }: DemoLayer): void {
  const meta = readMeta(id);
  expect(features.length, id).toBeGreaterThan(0);
  expect([meta.service, meta.maintenance, meta.quality, meta.sourceCrs]).not.toContain(undefined);
  const names = meta.fields.map(({ name }) => name).sort();
  const classes = meta.style.classes?.map(({ value }) => value) ?? [];
  const family = { point: 'Point', line: 'Line', polygon: 'Polygon' }[meta.geometry];
  for (const { geometry, properties } of features) {
    expect(Object.keys(properties).sort()).toEqual(names);
    if (meta.style.field && !meta.style.graduated) {
      expect(classes).toContain(properties[meta.style.field]);
    }
    for (const { name, codes } of meta.fields) {
      if (codes && properties[name] !== null) {
        expect(Object.keys(codes)).toContain(properties[name]);
      }
    }
    expect(geometry?.type).toContain(family);
  }
  const keys = features.map(({ properties }) => properties[meta.key]);
  expect(new Set(keys).size, id).toBe(features.length);
}

/** The polygons of a geometry, none of which is a line or a point. */
export function shapeOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates;
  return geometry?.type === 'Polygon' ? [geometry.coordinates] : [];
}

/** The sum of the planar areas of polygon features, hectares. */
export function planarHectares(features: DemoFeature[]): number {
  const polygons = features.flatMap(({ geometry }) => shapeOf(geometry));
  return polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0) / 10_000;
}
