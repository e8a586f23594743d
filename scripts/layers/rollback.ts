import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { PublishedVersion } from '../../src/domain/layer-history.ts';
import { versionOf } from '../../src/publish/write/encode-layer.ts';
import { commitLayers, newsOf } from '../publish/layer-commit.ts';
import { repairSite } from '../publish/repair-site.ts';
import type { Site } from '../publish/site.ts';
import { type LockOptions, withSite } from '../publish/site-lock.ts';
import { chooseVersion } from './choose-version.ts';
import { historyOf, requireCatalogue, requireLayer } from './served-layers.ts';

/** What a rollback did. */
export interface Rollback {
  from: Layer;
  to: Layer;
  /** When the version that is served again was published. */
  publishedAt: string;
  /** False when that version was served already. */
  isWritten: boolean;
}

/**
 * Serves an earlier version of a layer again, rows and metadata: the one that is told, else the one before. It is a new entry
 * of the history, so that one can go back from it too.
 * @throws {AppError} as `requireLayer`, `historyOf`, `chooseVersion`, `withSite`, `commitLayers`; `version-pruned` reason
 * `only-one`; `layer-missing` when the file of the version is not there, or not whole.
 */
export async function rollbackLayer(
  site: Site,
  id: string,
  wanted: string | undefined,
  options: LockOptions = {},
): Promise<Rollback> {
  await requireCatalogue(site);
  return withSite(
    site,
    async (locked) => {
      const catalogue = (await repairSite(locked)) ?? (await requireCatalogue(site));
      const served = requireLayer(catalogue, id);
      const history = await historyOf(site, served);
      const target = wanted === undefined ? history.versions[1] : chooseVersion(history, wanted);
      if (!target) {
        const context = { layer: id, reason: 'only-one', version: served.file.version };
        throw new AppError('version-pruned', `${id} has one version`, context);
      }
      const rollback = { from: served, to: target.layer, publishedAt: target.publishedAt };
      if (newsOf(target.layer, served) === 'same') return { ...rollback, isWritten: false };
      await checkFile(site, target);
      const publishedAt = new Date().toISOString();
      await commitLayers(locked, catalogue, [{ ...target, publishedAt, files: [] }]);
      return { ...rollback, isWritten: true };
    },
    options,
  );
}

async function checkFile(site: Site, { layer }: PublishedVersion): Promise<void> {
  const { path, version } = layer.file;
  const data = await readFile(join(site.publicDir, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (data && (await versionOf(new Uint8Array(data))) === version) return;
  throw new AppError('layer-missing', `${path} is missing or damaged`, { layer: layer.id, path });
}
