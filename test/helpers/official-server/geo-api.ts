import { area, polygon } from '@turf/turf';
import type { Feature } from 'geojson';
import { type Host, json } from './answers.ts';
import { collection, feature } from './features.ts';
import type { Ground, GroundCommune } from './ground.ts';

/** geo.api.gouv.fr (standards §7.7): communes by EPCI or code, EPCI, in GeoJSON; fields as asked, geometry apart from them. */
export const geoApi: Host = ({ url }, ground) => {
  const [, kind, code, rest] = url.pathname.split('/');
  const asked = url.searchParams;
  const fields = asked.get('fields')?.split(',') ?? ['nom', 'code', 'population'];
  const contour = asked.get('geometry') === 'contour';
  const members = ground.communes.filter(({ isInside }) => isInside);
  const communes = (some: GroundCommune[]) =>
    some.map((commune) => communeFeature(commune, fields, contour, ground.siren));
  if (kind === 'communes' && code) {
    const [found] = communes(ground.communes.filter((commune) => commune.code === code));
    return found ? json(found) : null;
  }
  if (kind === 'communes') {
    const wanted = asked.get('codeEpci');
    return json(collection(communes(wanted === ground.siren ? members : [])));
  }
  if (kind !== 'epcis') return null;
  if (rest === 'communes') return json(collection(communes(code === ground.siren ? members : [])));
  if (code) return code === ground.siren ? json(groupFeature(ground, fields)) : null;
  return json(collection(asked.get('code') === ground.siren ? [groupFeature(ground, fields)] : []));
};

function communeFeature(
  commune: GroundCommune,
  fields: string[],
  contour: boolean,
  siren: string,
): Feature {
  const { code, name, population, department, region, outline, centre } = commune;
  const outlinePolygon = { type: 'Polygon' as const, coordinates: [outline] };
  const all: Record<string, unknown> = {
    nom: name,
    code,
    population,
    siren: `21${code}0`.padEnd(9, '0').slice(0, 9),
    codesPostaux: [`${department}000`],
    codeEpci: siren,
    codeDepartement: department,
    codeRegion: region,
    surface: Math.round(area(polygon([outline])) / 100) / 100,
  };
  return feature(
    contour ? outlinePolygon : { type: 'Point', coordinates: centre },
    pick(all, fields),
  );
}

function groupFeature({ siren, name, communes }: Ground, fields: string[]): Feature {
  const members = communes.filter(({ isInside }) => isInside);
  const all = {
    nom: name,
    code: siren,
    population: members.reduce((sum, { population }) => sum + population, 0),
    type: 'CA',
    financement: 'FPU',
    codesDepartements: [...new Set(members.map(({ department }) => department))],
    codesRegions: [...new Set(members.map(({ region }) => region))],
  };
  const coordinates = members.map(({ outline }) => [outline]);
  return feature({ type: 'MultiPolygon', coordinates }, pick(all, fields));
}

function pick(all: Record<string, unknown>, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => ['nom', 'code', ...fields].includes(name)),
  );
}
