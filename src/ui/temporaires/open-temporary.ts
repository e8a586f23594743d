import { dataToError } from '../../domain/errors.ts';
import { unionExtents } from '../../domain/union-extents.ts';
import type { Extent } from '../../domain/units.ts';
import { flyTo } from '../../state/actions.ts';
import type { AppServices } from '../app-context.tsx';
import { openPublisher } from '../publier/open-publisher.ts';
import { type Dropped, readDropped } from '../publier/read-dropped.ts';
import { siteOf } from '../publier/site-of.ts';

/**
 * Shows every table of the files dropped as a temporary layer, and flies to them. Tables that cannot be shown are left out
 * where others can. Gives the ids of the layers.
 * @throws {AppError} why none could be; an `AbortError` when it was stopped.
 */
export async function openTemporary(
  { store, effects, ...rest }: AppServices,
  dropped: Dropped,
  signal: AbortSignal,
): Promise<string[]> {
  const publisher = openPublisher();
  try {
    const files = await readDropped(dropped);
    const site = siteOf({ store, effects, ...rest });
    const { layers } = await publisher.call('read', { files, site }, { signal });
    const choices = layers.map(({ id, schema }, index) => {
      return { index, id, crs: null, keep: [], schema };
    });
    const reports = await publisher.call('prepare', { choices }, { signal });
    const failed = reports.find(({ kind }) => kind === 'failed');
    if (failed?.kind === 'failed' && reports.every(({ kind }) => kind === 'failed')) {
      throw dataToError(failed.error);
    }
    const extents: Extent[] = [];
    const ids: string[] = [];
    for (const report of reports.toReversed()) {
      if (report.kind === 'failed') continue;
      const { index, meta } = report;
      const { layer, data } = await publisher.call('encode', { index, meta }, { signal });
      ids.push(await effects.holdLayer(layer, data));
      extents.push(layer.extent);
    }
    if (extents.length > 0) store.setState((state) => flyTo(state, unionExtents(extents)));
    return ids;
  } finally {
    publisher.close();
  }
}
