import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findLayer } from '../../src/domain/catalogue.ts';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import type { SheetLine, SheetPart } from '../../src/domain/parcel-sheet.ts';
import { oracleArea, readOraclePolygons, sharedArea } from '../helpers/oracle.ts';
import { openTerritory, PUBLIC } from './territory-engine.ts';

const FILE = join(import.meta.dirname, '..', '..', 'data', 'parcel-sheet.json');
const { lines }: { lines: SheetLine[] } = JSON.parse(readFileSync(FILE, 'utf8'));

/** Parcels over two zones, over two zones of a risk plan, of several depths of water, and in one zone alone. */
const PARCELS = [
  '62034000ZA0254',
  '62224000ZB0287',
  '62489000ZB0074',
  '62119000AD0187',
  '62035000AB0164',
  '62119000AF0180',
];

/** The layer of a line whose surfaces are added up by Turf, and the field whose values part them. */
const COMPARED = {
  zones: ['zone_urba', 'LIBELLE'],
  ppr: ['ppr', 'codezonereglement'],
} as const;

it('shares of zones and of risks are those of Turf on the published files, and those of zones fill the parcel', {
  timeout: 60_000,
}, async () => {
  const { catalogue, engine } = await openTerritory();
  const proj = PROJ_DEFINITIONS[catalogue.territory.metricCrs];
  const fileOf = (layer: string) => join(PUBLIC, findLayer(catalogue, layer).file.path);
  const read = lines.filter(({ id }) => id in COMPARED);
  for (const key of PARCELS) {
    const layer = 'parcelles';
    const row = (await engine.call('feature', { layer, key }))?.row ?? -1;
    const range = { rowStart: row, rowEnd: row + 1 };
    const [parcel] = await readOraclePolygons(fileOf(layer), proj, undefined, range);
    if (parcel?.properties.id !== key) throw new Error(`${key} is not at row ${row}`);
    const { area, entries } = await engine.call('parcelSheet', { layer, key, lines: read });
    expect(area).toBeCloseTo(oracleArea(parcel), 2);
    for (const { line, parts, covered } of entries) {
      const [id, field] = COMPARED[line as keyof typeof COMPARED];
      const shares = new Map<unknown, number>();
      for (const feature of await others(fileOf(id), proj)) {
        const shared = sharedArea(parcel, feature);
        const value = feature.properties[field];
        if (shared > 0) shares.set(value, (shares.get(value) ?? 0) + shared);
      }
      for (const part of parts) {
        expect(part.amount, `${key} ${line}`).toBeCloseTo(shareOf(shares, part, field), 1);
      }
      const told = parts.reduce((sum, { amount }) => sum + amount, 0);
      const expected = [...shares.values()].reduce((sum, share) => sum + share, 0);
      expect(told).toBeCloseTo(expected, 1);
      expect(covered).toBeCloseTo(told, 1);
      if (line === 'zones') expect(told / area).toBeCloseTo(1, 4);
    }
  }
});

const shareOf = (shares: Map<unknown, number>, { attributes }: SheetPart, field: string) =>
  shares.get(attributes[field]) ?? Number.NaN;

const layers = new Map<string, ReturnType<typeof readOraclePolygons>>();

function others(path: string, proj: string) {
  const read = layers.get(path) ?? readOraclePolygons(path, proj);
  layers.set(path, read);
  return read;
}
