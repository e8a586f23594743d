import { describe, expect, it } from 'vitest';
import { readBundle } from '../../src/publish/bundle.ts';
import type { PreparedReport } from '../../src/publish/protocol.ts';
import { createDesk, squaresFile } from './create-desk.ts';

const ignore = () => undefined;
const choice = { index: 0, id: 'zones', crs: null, keep: [], schema: null };

async function publishedZones() {
  const { desk, site } = createDesk();
  await desk.read({ files: [squaresFile('zones.geojson', ['a', 'b', 'c'])], site }, ignore);
  const [report] = await desk.prepare({ choices: [choice] }, ignore);
  return desk.encode({ index: 0, meta: (report as PreparedReport).meta }, ignore);
}

describe('the desk', () => {
  it('says what was handed over before anything is chosen', async () => {
    const { desk, site } = createDesk();
    const file = squaresFile('Mes zones.geojson', ['a', 'b']);
    const summary = await desk.read({ files: [file], site }, ignore);
    expect(summary.layers).toEqual([
      expect.objectContaining({ id: 'mes_zones', rows: 2, family: 'polygon', schema: null }),
    ]);
  });

  it('compares a layer with the version that the site serves under its id', async () => {
    const { desk, site } = createDesk([await publishedZones()]);
    await desk.read({ files: [squaresFile('zones.geojson', ['a', 'b', 'd'])], site }, ignore);
    const [report] = (await desk.prepare({ choices: [choice] }, ignore)) as PreparedReport[];
    expect(report?.diff?.added.map(({ key }) => key)).toEqual(['cd']);
    expect(report?.diff?.removed.map(({ key }) => key)).toEqual(['cc']);
    const other = { ...choice, id: 'autres' };
    const [fresh] = (await desk.prepare({ choices: [other] }, ignore)) as PreparedReport[];
    expect(fresh?.diff).toBeNull();
    expect(fresh?.meta.id).toBe('autres');
  });

  it('prepares again only what was chosen otherwise', async () => {
    const { desk, site } = createDesk();
    await desk.read({ files: [squaresFile('zones.geojson', ['a', 'b'])], site }, ignore);
    const [first] = await desk.prepare({ choices: [choice] }, ignore);
    const [same] = await desk.prepare({ choices: [choice] }, ignore);
    const [other] = await desk.prepare({ choices: [{ ...choice, keep: ['nom'] }] }, ignore);
    expect(same).toBe(first);
    expect(other).not.toBe(first);
  });

  it('tells of the table that cannot be prepared, and prepares the others', async () => {
    const { desk, site } = createDesk();
    const far = squaresFile('loin.geojson', ['x'], 1200);
    const files = [far, squaresFile('zones.geojson', ['a'])];
    const summary = await desk.read({ files, site }, ignore);
    const choices = summary.layers.map(({ id, schema }, index) => ({
      index,
      id,
      crs: null,
      keep: [],
      schema,
    }));
    const reports = await desk.prepare({ choices }, ignore);
    expect(reports.map(({ kind }) => kind)).toEqual(['failed', 'ready']);
  });

  it('holds a table against the schema that somebody chooses, and writes it in the bundle', async () => {
    const { desk, site } = createDesk();
    const { layers } = await desk.read({ files: [squaresFile('x.geojson', ['a'])], site }, ignore);
    expect(layers[0]?.schemas.map(({ id }) => id)).toContain('cnig-plu/2024/zone_urba');
    expect(layers[0]?.schemas.map(({ id }) => id)).not.toContain('cnig-plu/2024/prescription_pct');
    const schema = 'cnig-plu/2024/zone_urba';
    const [report] = await desk.prepare({ choices: [{ ...choice, schema }] }, ignore);
    const { meta, issues } = report as PreparedReport;
    expect(meta.standard).toContain('CNIG PLU');
    expect(issues.map(({ rule }) => rule)).toContain('schema.column-missing');
    const bytes = await desk.bundle({ layers: [{ index: 0, meta, accepted: {} }] }, ignore);
    const { layers: written } = await readBundle(bytes, 'x.zip');
    expect(written[0]?.schema?.id).toBe(schema);
  });

  it('tells what to do in the page, not the options of the command', async () => {
    const { desk, site } = createDesk();
    const far = squaresFile('zones.geojson', ['a', 'b'], 30);
    await desk.read({ files: [far], site }, ignore);
    const [report] = await desk.prepare({ choices: [choice] }, ignore);
    const { issues } = report as PreparedReport;
    const elsewhere = issues.find(({ rule }) => rule === 'geometry.elsewhere');
    expect(elsewhere?.repair).toContain('Système de coordonnées');
    expect(issues.map(({ repair }) => repair).join(' ')).not.toContain('--');
  });
});
