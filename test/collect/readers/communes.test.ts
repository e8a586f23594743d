import { area } from '@turf/turf';
import type { Feature, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  type CollectTerritory,
  readCollectTerritory,
} from '../../../scripts/collect/collect-territory.ts';
import { COMMUNES } from '../../../scripts/collect/readers/communes.ts';
import { projectRecipe, runReader } from '../../helpers/run-reader.ts';

const BETHUNE = readCollectTerritory('200072460');
const RECIPE = await projectRecipe('01-communes.json');

describe('the communes of an intercommunality', () => {
  it('are those that the service gives, with their surface and both populations', async () => {
    const run = await collect(given(BETHUNE));
    const features = await run.features('communes');
    expect(features).toHaveLength(100);
    const [first] = features;
    expect(Object.keys(first?.properties ?? {})).toEqual([
      'code',
      'nom',
      'population',
      'population_municipale',
      'surface_ha',
      'siren',
      'codes_postaux',
    ]);
    const [commune] = BETHUNE.communes;
    expect(first?.properties).toMatchObject({
      code: commune?.code,
      population: commune?.population,
      population_municipale: 1000,
      codes_postaux: '62400, 62401',
    });
    for (const { properties, geometry } of features) {
      expect(properties?.surface_ha / (area(geometry as Polygon) / 10_000)).toBeCloseTo(1, 2);
    }
    expect(run.layer('communes').notes).toEqual([]);
    expect(run.layer('communes').layer.description.quality).toContain('CC50 (EPSG:3950)');
  });

  it('are asked for with the group in the address, and nothing else when the list agrees', async () => {
    const { requests } = await collect(given(BETHUNE));
    expect(requests.map(({ key }) => key)).toEqual(['communes', 'epci']);
    expect(requests[0]?.url).toContain('codeEpci=200072460');
    expect(requests[0]?.url).toContain('geometry=contour');
  });

  it('give the outline of the group as a layer of one feature', async () => {
    const run = await collect(given(BETHUNE));
    const [group, ...others] = await run.features('epci');
    expect(others).toEqual([]);
    expect(group?.properties).toMatchObject({ siren: '200072460', type: 'CA' });
  });

  it('are told by name when one is missing, too many, merged since or named otherwise', async () => {
    const [missing, merged, renamed, ...rest] = given(BETHUNE) as [Feature, Feature, Feature];
    const into = (rest as Feature[])[0] as Feature;
    const other = { ...renamed, properties: { ...renamed.properties, nom: 'Autrement' } };
    const extra = { ...into, properties: { ...into.properties, code: '59350', nom: 'Lille' } };
    const run = await collect([other, ...(rest as Feature[]), extra], {
      [merged.properties?.code]: { code: merged.properties?.code, chefLieu: into.properties?.code },
    });
    const notes = run.layer('communes').notes.join('\n');
    expect(notes).toContain(
      `ne donne pas : ${missing.properties?.nom} (${missing.properties?.code}).`,
    );
    expect(notes).toContain('sans être de la liste officielle : Lille (59350).');
    expect(notes).toContain(
      `${merged.properties?.nom} (${merged.properties?.code}) a été réunie à ${into.properties?.nom}`,
    );
    expect(notes).toContain('« Autrement » au lieu de');
  });

  it('are a fault of the source when one has no outline', async () => {
    const [first, ...rest] = given(BETHUNE) as [Feature];
    const centre: Feature = { ...first, geometry: { type: 'Point', coordinates: [2.6, 50.5] } };
    await expect(collect([...rest, centre])).rejects.toMatchObject({
      code: 'source-failed',
      context: { reason: 'schema', field: 'contour', place: 'Allouagne (62023)' },
    });
  });

  it('are no layer when the service returns none', async () => {
    const run = await collect([]);
    expect(run.layer('communes')).toMatchObject({ paths: [], read: 0, kept: 0 });
    expect(run.layer('communes').notes.join()).toContain('100 communes');
  });
});

function collect(communes: Feature[], formers: Record<string, object> = {}) {
  return runReader(COMMUNES, RECIPE, BETHUNE, ({ pathname }) => {
    const [, kind, code = ''] = pathname.split('/');
    if (kind === 'communes') return { type: 'FeatureCollection', features: communes };
    if (kind === 'epcis') return group();
    return formers[code] ?? null;
  });
}

/** What the service gives: squares in the extents, degrees. */
function given({ communes }: CollectTerritory): Feature[] {
  return communes.map(({ code, name, extent: [west, south, east, north] }) => ({
    type: 'Feature',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
    properties: {
      nom: name,
      code,
      codesPostaux: ['62400', '62401'],
      siren: `21${code}00`,
      population: 1000,
    },
  }));
}

function group(): Feature {
  const [first] = given(BETHUNE) as [Feature];
  const own = { nom: 'CA de Béthune-Bruay', code: '200072460', type: 'CA', population: 276_000 };
  return { ...first, properties: own };
}
