import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import { type NamedEconomicSite, readFigure, readNamedEconomicSites } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { findCommune } from '../../shapes/commune.ts';
import { directionName } from '../../shapes/directions.ts';
import { activityEstates, carveEstate, type Estate } from '../../shapes/estates.ts';

/** An activity zone: where it is, and what the documents say of it (null: simulated). */
export interface ActivityZone {
  /** `site_id` of the CNIG schema. */
  id: string;
  name: string;
  commune: GroundCommune;
  estate: Estate;
  named: NamedEconomicSite | null;
}

/**
 * The named zones, each on the largest estate of its commune that is free (or the one nearest to the second commune
 * that the text names; on fields where the commune has none), then the largest estates that are left.
 */
export const layOutZones = oncePerGround((ground: Ground): ActivityZone[] => {
  const free = activityEstates(ground);
  const zones: Place[] = readNamedEconomicSites().map((named) => {
    const commune = findCommune(ground, named.commune);
    const estate = takeEstate(ground, free, named);
    return { commune, named, estate: estate ?? carveFor(ground, commune, named) };
  });
  const counts = new Map<string, number>();
  for (const { commune } of zones) counts.set(commune.code, (counts.get(commune.code) ?? 0) + 1);
  for (const estate of free) {
    if (zones.length === readFigure('zae').value) break;
    const count = counts.get(estate.commune) ?? 0;
    if (count >= MOST_A_COMMUNE) continue;
    counts.set(estate.commune, count + 1);
    zones.push({ commune: findCommune(ground, estate.commune), estate, named: null });
  }
  return identified(zones);
});

type Place = Omit<ActivityZone, 'id' | 'name'>;

const MOST_A_COMMUNE = 4;
const HECTARE_M2 = 10_000;
/** A zone that the text calls industrial, and another one, where the ground has no estate for them. */
const [INDUSTRIAL_M2, ORDINARY_M2] = [48 * HECTARE_M2, 12 * HECTARE_M2];
const SMALLEST_NEAR_M2 = 5 * HECTARE_M2;

function takeEstate(ground: Ground, free: Estate[], named: NamedEconomicSite): Estate | null {
  const own = free.filter(({ commune }) => commune === named.commune);
  const large = own.filter(({ areaM2 }) => areaM2 >= SMALLEST_NEAR_M2);
  const near: Position | null =
    named.near === undefined ? null : findCommune(ground, named.near).centre;
  if (near) large.sort((a, b) => distance(a.centre, near) - distance(b.centre, near));
  const taken = (near ? large[0] : undefined) ?? own[0];
  if (!taken) return null;
  free.splice(free.indexOf(taken), 1);
  return taken;
}

function carveFor(ground: Ground, commune: GroundCommune, named: NamedEconomicSite): Estate {
  const areaM2 = named.use === 'industrielle' ? INDUSTRIAL_M2 : ORDINARY_M2;
  return carveEstate(ground, commune, areaM2, 450 + Math.sqrt(areaM2));
}

/** Identifiers by commune, and a number after the names that two simulated zones share. */
function identified(places: Place[]): ActivityZone[] {
  const counts = new Map<string, number>();
  const next = (text: string) => counts.set(text, (counts.get(text) ?? 0) + 1).get(text)!;
  return places.map((place) => {
    const { commune, estate, named } = place;
    const name =
      named?.name ?? `ZA ${commune.name} ${directionName(commune.centre, estate.centre)}`;
    const rank = next(name);
    return {
      id: `${commune.code}_SITE-ECO_${String(next(commune.code)).padStart(5, '0')}`,
      name: rank === 1 ? name : `${name} ${rank}`,
      ...place,
    };
  });
}
