import type { FeatureCollection, Geometry } from 'geojson';
import { AppError } from '../../src/domain/errors.ts';
import type { LayerDiff } from '../../src/domain/layer-diff.ts';
import type { PublishedVersion } from '../../src/domain/layer-history.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import { diffTables } from '../../src/versions/diff-tables.ts';
import type { Site } from '../publish/site.ts';
import { readTable } from '../publish/site-context.ts';
import { chooseVersion } from './choose-version.ts';
import { DIFF_WORDS } from './messages.ts';
import { historyOf, requireCatalogue, requireLayer } from './served-layers.ts';

/** What differs between two versions of a layer, with their rows. */
export interface VersionDiff {
  diff: LayerDiff;
  before: LayerTable;
  after: LayerTable;
}

/**
 * What differs between two versions: `from` and `to` as `findVersion` takes them; without `to`, the served one; without
 * `from` too, the rows that were served before those that are.
 * @throws {AppError} as `requireLayer`, `historyOf`, `chooseVersion`, `readTable`; `version-pruned` with reason `only-one` when
 * there is nothing to compare with.
 */
export async function diffVersions(
  site: Site,
  id: string,
  from: string | undefined,
  to: string | undefined,
): Promise<VersionDiff> {
  const history = await historyOf(site, requireLayer(await requireCatalogue(site), id));
  const [served] = history.versions as [PublishedVersion];
  const later = to === undefined ? served : chooseVersion(history, to);
  const earlier =
    from === undefined
      ? history.versions.find(({ layer }) => layer.file.version !== served.layer.file.version)
      : chooseVersion(history, from);
  if (!earlier) {
    const context = { layer: id, reason: 'only-one', version: served.layer.file.version };
    throw new AppError('version-pruned', `${id} has one version`, context);
  }
  const [before, after] = [
    await readTable(site, earlier.layer),
    await readTable(site, later.layer),
  ];
  const diff = diffTables({
    layer: id,
    from: { version: earlier.layer.file.version, meta: earlier.layer, table: before },
    to: { version: later.layer.file.version, meta: later.layer, table: after },
  });
  return { diff, before, after };
}

/**
 * The features that differ, for a map: GeoJSON in degrees, longitude first. `changement` says what happened; a feature that
 * moved comes twice, `etat` "avant" and "après".
 */
export function diffToGeoJson({
  diff,
  before,
  after,
}: VersionDiff): FeatureCollection<Geometry | null> {
  const feature = (table: LayerTable, row: number, properties: Record<string, string>) => ({
    type: 'Feature' as const,
    geometry: rowToGeometry(table.geometry, row),
    properties,
  });
  const both = diff.changed.flatMap(({ key, rowBefore, rowAfter, isMoved, fields }) => {
    const changement = isMoved ? DIFF_WORDS.moved : DIFF_WORDS.edited;
    const said = { cle: key, changement, champs: fields.join(', ') };
    const now = feature(after, rowAfter, { ...said, etat: DIFF_WORDS.after });
    return isMoved
      ? [feature(before, rowBefore, { ...said, etat: DIFF_WORDS.before }), now]
      : [now];
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...diff.added.map(({ key, row }) =>
        feature(after, row, {
          cle: key,
          changement: DIFF_WORDS.added,
          champs: '',
          etat: DIFF_WORDS.after,
        }),
      ),
      ...diff.removed.map(({ key, row }) =>
        feature(before, row, {
          cle: key,
          changement: DIFF_WORDS.removed,
          champs: '',
          etat: DIFF_WORDS.before,
        }),
      ),
      ...both,
    ],
  };
}
