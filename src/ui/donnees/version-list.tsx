import type { PublishedVersion } from '../../domain/layer-history.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { versions as words } from '../strings/donnees.ts';
import { formatBytes, formatCount } from '../strings/format.ts';
import { metadataChanges } from './metadata-changes.ts';

interface VersionListProps {
  /** Newest first. */
  versions: PublishedVersion[];
  /** Version that is served now. */
  served: string;
}

/** The versions of a layer, newest first, each with what it holds and what changed in its metadata. */
export function VersionList({ versions, served }: VersionListProps) {
  return (
    <ol className="version-list">
      {versions.map((version, index) => (
        <VersionItem
          key={`${version.layer.file.version} ${version.publishedAt}`}
          version={version}
          before={versions[index + 1]}
          served={served}
        />
      ))}
    </ol>
  );
}

interface VersionItemProps {
  version: PublishedVersion;
  before: PublishedVersion | undefined;
  served: string;
}

function VersionItem({ version, before, served }: VersionItemProps) {
  const { layer, publishedAt, accepted } = version;
  const { compare, showVersion } = useEffects();
  const isShown = useAppState(
    ({ catalogue }) =>
      catalogue?.layers.find(({ id }) => id === layer.id)?.file.version === layer.file.version,
  );
  const isServed = layer.file.version === served;
  const changes = before ? metadataChanges(before.layer, layer) : [];
  const warnings = Object.values(accepted).reduce((sum, count) => sum + count, 0);
  const facts = [
    formatCount(layer.file.rows, layer.noun),
    formatBytes(layer.file.bytes),
    ...(warnings > 0 ? [words.accepted(warnings)] : []),
  ];
  return (
    <li aria-current={isShown ? 'true' : undefined}>
      <p className="version-head">
        <strong>{words.of(publishedAt)}</strong>
        <code>{layer.file.version}</code>
        {isServed && <span className="badge">{words.served}</span>}
      </p>
      <p className="quiet">{facts.join('\u00a0· ')}</p>
      {changes.length > 0 && <p className="quiet">{words.metadata(changes)}</p>}
      {!isServed && (
        <p className="version-actions">
          <button
            type="button"
            className="button"
            aria-label={words.compareServedOf(publishedAt)}
            onClick={() =>
              void compare({ layer: layer.id, from: layer.file.version, to: served }, true)
            }
          >
            {words.compareServed}
          </button>
          {!isShown && (
            <button
              type="button"
              className="button"
              aria-label={words.openOf(publishedAt)}
              onClick={() => showVersion(version)}
            >
              {words.open}
            </button>
          )}
        </p>
      )}
    </li>
  );
}
