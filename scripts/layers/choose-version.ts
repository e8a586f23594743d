import { AppError } from '../../src/domain/errors.ts';
import type { LayerHistory, PublishedVersion } from '../../src/domain/layer-history.ts';
import { findVersion } from '../../src/versions/layer-versions.ts';

/**
 * The version that somebody means: see `findVersion`.
 * @throws {AppError} `version-pruned`: reason `unknown-version` with what is `known`, or `ambiguous-version` with the
 * `candidates`.
 */
export function chooseVersion(history: LayerHistory, wanted: string): PublishedVersion {
  const found = findVersion(history, wanted);
  if ('version' in found) return found.version;
  const { fault } = found;
  const names = fault.kind === 'unknown-version' ? fault.known : fault.candidates;
  const context = {
    layer: history.layer,
    version: wanted,
    reason: fault.kind,
    names: names.join(', '),
  };
  throw new AppError('version-pruned', `${history.layer}: ${fault.kind} ${wanted}`, context);
}
