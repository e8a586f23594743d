import type { Feature } from 'geojson';
import { STORAGE_CRS } from '../../../src/domain/crs.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { geometriesToRows } from '../../../src/geo/from-geojson.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../../../src/geo/geometry-column.ts';
import { createSide } from '../../../src/geo/layer-index.ts';
import { rowSize } from '../../../src/geo/overlap.ts';
import { type RelateJob, relateRows } from '../../../src/geo/relate-rows.ts';
import { columnExtent } from '../../../src/geo/row-boxes.ts';
import { isNear, middleOf } from '../../../src/publish/crs/guess-crs.ts';
import { KNOWN_CRS, knownToDegrees } from '../../../src/publish/crs/known-crs.ts';
import { parseCrs } from '../../../src/publish/crs/parse-crs.ts';
import type { CollectTerritory } from '../collect-territory.ts';
import type { RecipeLayer } from '../recipe.ts';
import { type CommuneOutlines, toGrid } from './commune-outlines.ts';
import { judgeCommune, type Placed, territoryCodes } from './territory-codes.ts';

/** What features are kept by. */
export interface KeepRule {
  keep: RecipeLayer['keep'];
  territory: CollectTerritory;
  outlines: CommuneOutlines;
  /** CRS of the coordinates, `[x, y]`, in any spelling that `parseCrs` knows; absent: degrees, `[lng, lat]`. */
  crs?: string;
}

/** Features counted as they pass. */
export interface KeepCounts {
  read: number;
  kept: number;
  /** Those whose place cannot be told: no code, or no geometry that can be read. They are not kept. */
  placeless: number;
}

/** The territory's features, and how many there were: complete once the last one was taken. */
export interface KeptFeatures {
  features: AsyncGenerator<Feature>;
  counts: KeepCounts;
}

/**
 * The features that are the territory's, as they come and as they are: geometry is neither cut nor projected.
 * - by `commune`: those that name one of `territoryCodes`, alone or in a list (`62119,62120`);
 * - by `place`: those that meet the communes' outlines, exactly on the coordinates: points in them or on their border; lines and surfaces that
 *   share more than a border with them (see `BORDER_WIDTH_M`), or that touch them where they have no length or area at all;
 * - `all`: every one.
 * Holds some thousand features at once. Cost of a place: the logarithm of the communes and their vertices, more along their borders only.
 * @throws {AppError} `crs-unknown`, reason `unknown` for a CRS that needs GDAL, `coordinates` when they are no degrees,
 * `swapped` when they lead to the territory with their axes swapped only.
 */
export function keepInTerritory(
  features: Iterable<Feature> | AsyncIterable<Feature>,
  rule: KeepRule,
): KeptFeatures {
  const counts: KeepCounts = { read: 0, kept: 0, placeless: 0 };
  return { features: sift(features, createJudge(rule), counts), counts };
}

type Judge = (features: Feature[]) => Placed[];

async function* sift(
  features: Iterable<Feature> | AsyncIterable<Feature>,
  judge: Judge,
  counts: KeepCounts,
): AsyncGenerator<Feature> {
  for await (const batch of inBatches(features)) {
    const verdicts = judge(batch);
    for (const [i, feature] of batch.entries()) {
      counts.read++;
      if (verdicts[i] === 'placeless') counts.placeless++;
      if (verdicts[i] !== 'in') continue;
      counts.kept++;
      yield feature;
    }
  }
}

async function* inBatches(
  features: Iterable<Feature> | AsyncIterable<Feature>,
): AsyncGenerator<Feature[]> {
  let batch: Feature[] = [];
  for await (const feature of features) {
    batch.push(feature);
    if (batch.length < BATCH_FEATURES) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const BATCH_FEATURES = 4096;

function createJudge({ keep, territory, outlines, crs = STORAGE_CRS }: KeepRule): Judge {
  if (keep.by === 'all') return (features) => features.map(() => 'in');
  if (keep.by === 'place') return (features) => judgePlaces(features, crs, outlines);
  const codes = territoryCodes(territory);
  return (features) => {
    return features.map(({ properties }) => judgeCommune(properties?.[keep.field], codes));
  };
}

function judgePlaces(features: Feature[], crs: string, outlines: CommuneOutlines): Placed[] {
  const { geometry } = geometriesToRows(features.map((feature) => feature.geometry));
  const side = createSide(toGrid(toDegrees(geometry, crs, outlines)));
  const verdicts = Array.from(geometry.kinds, (kind): Placed => {
    return kind === GEOMETRY_KIND.none ? 'placeless' : 'out';
  });
  const placed = Uint32Array.from(geometry.kinds.keys()).filter((row) => verdicts[row] === 'out');
  const hasSize = (row: number) => rowSize(side, row).size > 0;
  const sized = placed.filter(hasSize);
  const sizeless = placed.filter((row) => !hasSize(row));
  const ends = { a: side, b: outlines.side, bRows: null };
  const matched = [
    ...relatedRows({ ...ends, rows: sized, kind: 'overlap', minShare: 0 }),
    ...relatedRows({ ...ends, rows: sizeless, kind: 'intersects' }),
  ];
  for (const row of matched) verdicts[row] = 'in';
  return verdicts;
}

function relatedRows(job: RelateJob): Uint32Array {
  const steps = relateRows(job);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.matched;
  }
}

function toDegrees(
  geometry: GeometryColumn,
  crs: string,
  { extent }: CommuneOutlines,
): GeometryColumn {
  const known = parseCrs(crs) ?? crs;
  if (!KNOWN_CRS.includes(known)) throw unfit('unknown', crs, geometry);
  const degrees = { ...geometry, xy: knownToDegrees(geometry.xy, known) };
  const box = columnExtent(degrees);
  if (!box) return degrees;
  const [west, south, east, north] = box;
  const isOnEarth = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!isOnEarth) throw unfit('coordinates', crs, geometry);
  const [lng, lat] = middleOf(degrees.xy);
  if (!isNear([lng, lat], extent) && isNear([lat, lng], extent)) {
    throw unfit('swapped', crs, geometry);
  }
  return degrees;
}

function unfit(reason: string, crs: string, { xy }: GeometryColumn): AppError {
  const [x = null, y = null] = xy;
  return new AppError('crs-unknown', `${reason}: ${crs} at ${x} ${y}`, { reason, crs, x, y });
}
