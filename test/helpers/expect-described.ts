import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import { expect } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';

/**
 * Expects the features of a layer to be as `data/layers/<id>.json` describes them: its fields and no other, a key each, a
 * title, a class and a meaning for every value, valid geometry of its family.
 */
export function expectDescribed({ id, features }: DemoLayer): void {
  const meta = readMeta(id);
  const names = meta.fields.map(({ name }) => name).sort();
  const keys = features.map(({ properties }) => properties[meta.key]);
  expect(new Set(keys).size).toBe(features.length);
  for (const { properties, geometry } of features) {
    expect(Object.keys(properties).sort()).toEqual(names);
    expect(properties[meta.titleField], `${id} ${properties[meta.key]}`).toBeTruthy();
    expectMeant(meta, properties);
    if (!geometry) continue;
    expect(geometry.type).toContain(FAMILIES[meta.geometry]);
    expect(IsValidOp.isValid(READER.read(geometry)), `${id} ${properties[meta.key]}`).toBe(true);
  }
}

/** What `data/layers/<id>.json` says of a layer. */
export function readMeta(id: string): LayerMeta {
  return JSON.parse(readFileSync(join(LAYERS, `${id}.json`), 'utf8'));
}

const LAYERS = join(import.meta.dirname, '../../data/layers');
const READER = new GeoJSONReader(new GeometryFactory());
const FAMILIES = { point: 'Point', line: 'Line', polygon: 'Polygon' };

function expectMeant(meta: LayerMeta, properties: DemoLayer['features'][number]['properties']) {
  for (const { name, codes } of meta.fields) {
    const value = properties[name];
    if (codes && value !== null) expect(Object.keys(codes), name).toContain(String(value));
  }
  const { field, classes, graduated } = meta.style;
  if (!field || graduated || properties[field] === null) return;
  expect(classes?.map(({ value }) => value)).toContain(properties[field]);
}
