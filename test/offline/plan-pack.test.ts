import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '../../src/domain/catalogue.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { Scene, Seance } from '../../src/domain/seance.ts';
import { seenExtent } from '../../src/domain/seance-needs.ts';
import { packAge } from '../../src/offline/pack-age.ts';
import type { PackRecord } from '../../src/offline/pack-record.ts';
import { packCatalogue, planPack } from '../../src/offline/plan-pack.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const EXTENT = [2.5, 50.5, 2.52, 50.51] as [number, number, number, number];
const layer = (id: string, changes: Partial<Layer> = {}) =>
  createLayer({ id, title: `Couche ${id}`, ...changes });
const catalogue = createCatalogue([
  layer('zae'),
  layer('ppr', { history: 'layers/ppr.h.json' }),
  layer('friches'),
  layer('communes'),
  layer('proprietes', { restricted: true }),
  layer('brouillon', { isTemporary: true }),
]);

describe('what is kept for a session', () => {
  it('is the layers of its scenes, cut, those of its questions, whole, and nothing else', () => {
    const plan = planPack(
      seance([
        scene({ layers: [{ id: 'zae' }], selection: { layer: 'zae', key: 'Z7' } }),
        scene({
          layers: [{ id: 'zae' }, { id: 'ppr' }],
          question: { target: 'ppr', where: { kind: 'and', conditions: [] } },
        }),
      ]),
      catalogue,
    );
    expect(plan.layers.map(({ layer: { id }, extents, keys }) => [id, extents, keys])).toEqual([
      ['zae', [seenExtent(EXTENT), seenExtent(EXTENT)], ['Z7']],
      ['ppr', null, []],
    ]);
    expect(plan.parts).toEqual(['duckdb']);
    expect(plan.needsLibrary).toBe(false);
  });

  it('has no engine where no scene asks', () => {
    const plan = planPack(seance([scene({ layers: [{ id: 'friches' }] })]), catalogue);
    expect([plan.parts, plan.layers.length]).toEqual([[], 1]);
  });

  it('has GEOS where a figure of the communes is found by one of its functions', () => {
    const coloured = seance([scene({ choropleth: { theme: 'eau', figure: 'ha' } })]);
    const figures = (sql: string) => [{ theme: 'eau', figures: [], sql: [sql], layers: ['ppr'] }];
    const partsOf = (sql: string) => planPack(coloured, catalogue, figures(sql)).parts;
    expect(partsOf('SELECT ST_Area(ST_Union_Agg(geom)) FROM ppr')).toEqual(['duckdb', 'geos']);
    expect(partsOf('SELECT ST_Area(geom) FROM ppr')).toEqual(['duckdb']);
    const { layers, needsLibrary } = planPack(coloured, catalogue, figures('SELECT 1'));
    expect([layers.map((part) => part.layer.id), needsLibrary]).toEqual([
      ['ppr', 'communes'],
      true,
    ]);
  });

  it('never holds what only some readers may have, nor a file of the reader’s own', () => {
    const plan = planPack(
      seance([
        scene({ layers: [{ id: 'proprietes' }, { id: 'zae' }, { id: 'brouillon' }] }),
        scene({ question: { target: 'proprietes', where: { kind: 'and', conditions: [] } } }),
      ]),
      catalogue,
    );
    expect(plan.layers.map((part) => part.layer.id)).toEqual(['zae']);
    expect(plan.leftOut).toEqual(['Couche proprietes', 'Couche brouillon']);
    expect(plan.seance.items[0]!.scene.layers).toEqual([{ id: 'zae' }]);
    expect(plan.seance.items[1]!.scene.question).toBeUndefined();
    expect(plan.parts).toEqual([]);
  });

  it('has a catalogue of its own, that leads nowhere else', () => {
    const territory = { ...catalogue.territory, restricted: 'restreint/' };
    const kept = packCatalogue({ ...catalogue, territory }, [layer('ppr', { history: 'h' })]);
    expect(kept.territory.restricted).toBeUndefined();
    expect(kept.layers[0]).not.toHaveProperty('history');
    expect(parseCatalogue(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
});

describe('a prepared session', () => {
  const now = seance([scene({ layers: [{ id: 'zae' }] })]);
  const record = {
    seance: JSON.stringify(now),
    layers: [{ id: 'zae', title: 'ZAE', version: catalogue.layers[0]!.file.version }],
  } as PackRecord;

  it('is of now while nothing changed', () => {
    expect(packAge(record, catalogue, now)).toEqual({ layers: [], isEdited: false });
  });

  it('names the layers that have another version, and says that its text was changed', () => {
    const moved = createCatalogue([
      layer('zae', { file: { ...catalogue.layers[0]!.file, version: 'ffffffff' } }),
    ]);
    const edited = { ...now, title: 'Bureau' };
    expect(packAge(record, moved, edited)).toEqual({ layers: ['ZAE'], isEdited: true });
    expect(packAge(record, createCatalogue([]))).toEqual({ layers: ['ZAE'], isEdited: null });
  });
});

function scene(changes: Partial<Scene>): Scene {
  return { extent: EXTENT, layers: [], ...changes };
}

function seance(scenes: Scene[]): Seance {
  return {
    version: 1,
    id: 'conseil',
    territory: catalogue.territory.siren,
    title: 'Conseil',
    assembly: 'Bureau',
    date: null,
    items: scenes.map((one, i) => ({
      number: String(i + 1),
      title: `Point ${i + 1}`,
      text: '',
      scene: one,
      figures: [],
      source: '',
    })),
  };
}
