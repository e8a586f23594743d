import type { PublishedVersion } from '../../domain/layer-history.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { versions as words } from '../strings/donnees.ts';
import { formatBytes, formatCount } from '../strings/format.ts';
import { metadataChanges } from './metadata-changes.ts';

/**
 * The versions of a layer, newest first, each with what it holds and what changed in its metadata. The first is served;
 * those of the same file differ from it by their metadata alone.
 */
export function VersionList({ versions }: { versions: PublishedVersion[] }) {
  const served = versions[0];
  if (!served) return null;
  return (
    <ol className="version-list">
      {versions.map((version, index) => (
        <VersionItem
          key={version.publishedAt}
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
  served: PublishedVersion;
}

function VersionItem({ version, before, served }: VersionItemProps) {
  const { layer, publishedAt, accepted } = version;
  const { compare, showVersion } = useEffects();
  const shown = useAppState(({ past }) => past[layer.id]?.publishedAt ?? served.publishedAt);
  const isShown = shown === publishedAt;
  const servedFile = served.layer.file.version;
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
        {version === served && <span className="badge">{words.served}</span>}
      </p>
      <p className="quiet">{facts.join('\u00a0· ')}</p>
      {changes.length > 0 && <p className="quiet">{words.metadata(changes)}</p>}
      {layer.file.version !== servedFile && (
        <p className="version-actions">
          <button
            type="button"
            className="button"
            aria-label={words.compareServedOf(publishedAt)}
            onClick={() =>
              void compare({ layer: layer.id, from: layer.file.version, to: servedFile }, true)
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
