import { oncePerGround } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { closeRing, ringArea, ringCentroid } from '../../ground/ring.ts';
import { createRandom, type Random } from '../../random.ts';
import { equalParts } from '../../shapes/equal-parts.ts';
import type { Shape } from '../../shapes/overlay.ts';
import { boxOf, polygonArea, shapeContains } from '../../shapes/polygon.ts';
import { type Parcel, parcelsOf } from '../limites/parcelles.ts';
import { type ActivityZone, layOutZones } from './activity-zones.ts';
import { readEconomy } from './economie-facts.ts';

/** What becomes of a plot; `équipement`: a basin or a car park that serves the zone and is not for sale. */
export type PlotState = 'libre' | 'réservé' | 'occupé' | 'vacant' | 'équipement';

/** A plot of an activity zone. */
export interface Plot {
  zone: ActivityZone;
  /** Rank in its zone, from 0. */
  rank: number;
  /** CC50 metres. */
  shape: Shape;
  areaM2: number;
  /** Number of the cadastral parcel; null for a plot not yet divided. */
  parcel: string | null;
  /** True for the plots of an extension that the documents name. */
  isNew: boolean;
  state: PlotState;
}

/**
 * The plots of every activity zone: its cadastral parcels or, for the extension that the documents name, as many new
 * plots as they say. About as many are free as the zone has projects under study, a little more or a little less.
 */
export const plotsOf = oncePerGround((ground: Ground): Plot[] => {
  const parcels = parcelsByCommune(ground);
  return layOutZones(ground).flatMap((zone) => {
    const { newPlots } = readEconomy();
    const lands =
      zone.named?.name === newPlots.site
        ? divide(zone, newPlots.count)
        : withParcels(zone, parcels.get(zone.commune.code) ?? []);
    return withStates(zone, lands);
  });
});

type Land = Omit<Plot, 'zone' | 'rank' | 'state'>;

/** Plots that the zone of the extension had before. */
const OLD_PLOTS = 3;
const SMALLEST_M2 = 400;
const VACANT_SHARE = 0.05;
const FREE_SHARE = 0.12;
const RESERVED_SHARE = 0.05;
const PLOTS_WITH_BASIN = 10;

function parcelsByCommune(ground: Ground): Map<string, Parcel[]> {
  const codes = new Set(layOutZones(ground).map(({ commune }) => commune.code));
  const parcels = new Map([...codes].map((code) => [code, [] as Parcel[]]));
  for (const parcel of parcelsOf(ground)) parcels.get(parcel.block.commune)?.push(parcel);
  return parcels;
}

function withParcels({ estate }: ActivityZone, parcels: Parcel[]): Land[] {
  const [left, low, right, high] = boxOf(estate.shape.flatMap((polygon) => polygon[0]!));
  return parcels
    .filter(({ ring }) => {
      const [x, y] = ringCentroid(ring) as [number, number];
      if (x < left || x > right || y < low || y > high) return false;
      return shapeContains(estate.shape, [x, y]) && ringArea(ring) >= SMALLEST_M2;
    })
    .map(({ ring, feature }) => ({
      shape: [[closeRing(ring)]],
      areaM2: ringArea(ring),
      parcel: feature.properties.id as string,
      isNew: false,
    }));
}

function divide({ estate }: ActivityZone, newCount: number): Land[] {
  return equalParts(estate.shape, newCount + OLD_PLOTS).map((shape, i) => ({
    shape,
    areaM2: shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0),
    parcel: null,
    isNew: i >= OLD_PLOTS,
  }));
}

function withStates(zone: ActivityZone, lands: Land[]): Plot[] {
  const random = createRandom(`plots ${zone.id}`);
  const { free, reserved } = offerOf(zone, lands, random);
  const order = lands
    .map((land, index) => ({ index, rank: random.next() + (land.isNew ? 0 : 1) }))
    .sort((a, b) => a.rank - b.rank);
  const states = new Map(
    order.map(({ index }, place): [number, PlotState] => {
      if (place < free) return [index, 'libre'];
      return [index, place < free + reserved ? 'réservé' : builtState(random.next())];
    }),
  );
  if (lands.length >= PLOTS_WITH_BASIN) states.set(smallestOld(lands), 'équipement');
  return lands.map((land, rank) => ({ ...land, zone, rank, state: states.get(rank)! }));
}

/** How many plots are free, and reserved: what the projects leave of an extension, about what they ask for elsewhere. */
function offerOf(zone: ActivityZone, lands: Land[], random: Random) {
  const projects = readEconomy().settlements.filter(({ site }) => site === zone.named?.name);
  const count = (states: string[]) =>
    projects.reduce(
      (sum, project) => sum + (states.includes(project.state) ? project.count : 0),
      0,
    );
  const studied = count(['à l’étude']);
  const settled = count(['en travaux', 'implanté']);
  const newPlots = lands.filter(({ isNew }) => isNew).length;
  if (newPlots > 0) return { free: newPlots - studied - settled, reserved: studied };
  if (studied > 0) {
    const free = Math.max(1, studied + random.integer(-3, 3));
    return { free, reserved: count(['permis accordé', 'terrain acquis']) };
  }
  const share = (part: number) => Math.round(part * lands.length);
  return { free: share(FREE_SHARE), reserved: share(RESERVED_SHARE) };
}

function smallestOld(lands: Land[]): number {
  const old = lands.flatMap(({ isNew, areaM2 }, index) => (isNew ? [] : [{ index, areaM2 }]));
  return old.reduce((best, land) => (land.areaM2 < best.areaM2 ? land : best)).index;
}

function builtState(chance: number): PlotState {
  return chance < VACANT_SHARE ? 'vacant' : 'occupé';
}
