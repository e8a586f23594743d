import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { area } from '@turf/turf';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readCollectTerritory } from '../../../scripts/collect/collect-territory.ts';
import { CADASTRE } from '../../../scripts/collect/readers/cadastre.ts';
import { cadastrePlaces } from '../../../scripts/collect/readers/cadastre-places.ts';
import { projectRecipe, runReader } from '../../helpers/run-reader.ts';

const BETHUNE = readCollectTerritory('200072460');
const SEINE_EURE = readCollectTerritory('200089456');
const REAL = join(import.meta.dirname, '../../../../shared/real-data/cadastre/etalab-27412');
const RECIPE = await projectRecipe('02-cadastre.json');

describe('the cadastre of Etalab', () => {
  it('is asked for by commune and layer, in the folder of the department', () => {
    const requests = CADASTRE.requests(RECIPE, BETHUNE);
    expect(requests).toHaveLength(300);
    expect(requests.map(({ url }) => url)).toContain(
      'https://cadastre.data.gouv.fr/data/etalab-cadastre/latest/geojson/communes/62/62119/cadastre-62119-parcelles.json.gz',
    );
    expect(requests.every(({ absent, kind }) => absent === 'nothing' && kind === 'gzip-json')).toBe(
      true,
    );
  });

  it('has one layer of all communes, sorted by commune, with the fields that it comes with', async () => {
    const run = await collect(({ pathname }) => {
      return pathname.includes('parcelles') ? parcels(codeOf(pathname)) : collection([]);
    });
    const features = await run.features('parcelles');
    expect(run.layer('parcelles')).toMatchObject({ read: 200, kept: 200, date: '2026-09-01' });
    const communes = features.map(({ properties }) => properties?.commune);
    expect(communes).toEqual([...communes].sort());
    expect(features[1]?.properties).toMatchObject({ section: 'A', numero: '2', contenance: 900 });
  });

  it('tells by name which communes have no file, and which an empty one', async () => {
    const [first, second] = BETHUNE.communes;
    const run = await collect(({ pathname }) => {
      const code = codeOf(pathname);
      if (code === first?.code) return null;
      return code === second?.code ? collection([]) : parcels(code);
    });
    expect(run.layer('parcelles').notes).toEqual([
      `1 commune sans fichier au cadastre Etalab : ${first?.name}.`,
      `1 commune dont le fichier est vide : ${second?.name}.`,
    ]);
  });

  it('is gone where no commune has a file: a fault of the source', async () => {
    await expect(collect(() => null)).rejects.toMatchObject({
      code: 'source-failed',
      context: { reason: 'status', status: 404, url: expect.stringContaining('parcelles') },
    });
  });

  it('has each id once: outlines of one id are united, what repeats another is left out', async () => {
    const code = BETHUNE.communes[0]?.code ?? '';
    const run = await collect(({ pathname }) => {
      if (codeOf(pathname) !== code) return null;
      const [a, b] = parcels(code).features as [Feature, Feature];
      const other = { ...a, geometry: b.geometry };
      const stray = { ...b, properties: { ...b.properties, id: 'X', commune: '59350' } };
      return collection([a, b, a, other, stray, { ...b, geometry: null } as never]);
    });
    const { read, kept, notes } = run.layer('parcelles');
    expect({ read, kept }).toEqual({ read: 6, kept: 2 });
    const [first] = await run.features('parcelles');
    expect(first?.geometry.type).toBe('MultiPolygon');
    expect(notes.join('\n')).toContain(`1 identifiant vu plusieurs fois`);
    expect(notes.join('\n')).toContain('1 objet répété laissé');
    expect(notes.join('\n')).toContain('1 objet sans contour laissé');
    expect(notes.join('\n')).toContain('1 objet d’une autre commune laissé');
  });

  it('has lost a field that the layer needs: a fault of the source', async () => {
    const answers = ({ pathname }: URL) => {
      const { features } = parcels(codeOf(pathname));
      return collection(
        features.map((one) => ({ ...one, properties: { id: one.properties?.id } })),
      );
    };
    await expect(collect(answers)).rejects.toMatchObject({
      code: 'source-failed',
      context: { reason: 'schema', layer: 'parcelles', field: 'commune' },
    });
  });

  it('knows Paris, Lyon and Marseille by their arrondissements', () => {
    const lyon = cadastrePlaces(readCollectTerritory('200046977'));
    const codes = lyon.map(({ code }) => code);
    expect(codes).not.toContain('69123');
    expect(codes).toContain('69389');
  });
});

describe.skipIf(!existsSync(REAL))(
  'the real cadastre of a commune (skipped where ../shared/real-data is absent)',
  () => {
    it('keeps every parcel, building and section, and their surface', async () => {
      const layers = RECIPE.layers.map((layer) => {
        return { ...layer, required: [], keep: { by: 'all' as const } };
      });
      const recipe = { ...RECIPE, layers };
      const run = await runReader(CADASTRE, recipe, SEINE_EURE, ({ pathname }) => {
        if (codeOf(pathname) !== '27412') return null;
        return JSON.parse(
          readFileSync(realFile(pathname.match(/-(\w+)\.json/)?.[1] ?? ''), 'utf8'),
        );
      });
      const counts = { parcelles: 1990, batiments_cadastre: 1597, sections_cadastre: 19 };
      for (const [id, count] of Object.entries(counts)) {
        const own = await run.features(id);
        const { features } = JSON.parse(
          readFileSync(realFile(id.replace('_cadastre', '')), 'utf8'),
        ) as FeatureCollection;
        expect(features).toHaveLength(count);
        expect(own).toHaveLength(count);
        expect(surface(own)).toBeCloseTo(surface(features), 3);
      }
    });
  },
);

function collect(answers: (url: URL) => object | null) {
  const layers = RECIPE.layers.slice(0, 1);
  return runReader(CADASTRE, { ...RECIPE, layers }, BETHUNE, answers);
}

const codeOf = (path: string): string => /cadastre-(\w+)-/.exec(path)?.[1] ?? '';
const realFile = (layer: string): string => join(REAL, `${layer}.geojson`);
const surface = (features: readonly Feature[]): number => {
  return features.reduce((sum, { geometry }) => sum + area(geometry as Polygon), 0);
};

function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

/** Two parcels side by side; the first has no contenance, as there are. */
function parcels(code: string): FeatureCollection {
  return collection(
    [1, 2].map((numero) => ({
      type: 'Feature',
      id: `${code}0000A000${numero}`,
      geometry: square(2.5 + numero / 1000, 50.5),
      properties: {
        id: `${code}0000A000${numero}`,
        commune: code,
        prefixe: '000',
        section: 'A',
        numero: String(numero),
        ...(numero === 2 && { contenance: 900 }),
      },
    })),
  );
}

function square(x: number, y: number): Polygon {
  const ring = [
    [x, y],
    [x + 0.001, y],
    [x + 0.001, y + 0.001],
    [x, y + 0.001],
    [x, y],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
