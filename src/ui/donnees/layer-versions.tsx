import { useEffect } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { versions } from '../strings/donnees.ts';
import { newestOfEachFile } from './newest-of-each-file.ts';
import { RollbackHelp } from './rollback-help.tsx';
import { VersionList } from './version-list.tsx';
import { VersionPair } from './version-pair.tsx';

/** The versions of a layer that are kept, and what can be done with them. */
export function LayerVersions({ layer }: { layer: Layer }) {
  const current = useAppState((state) => state.past[layer.id]?.current ?? layer);
  const status = useAppState((state) => state.histories[layer.id]);
  const { readHistory } = useEffects();
  useEffect(() => {
    void readHistory(layer.id);
  }, [readHistory, layer.id]);
  const kept = status?.kind === 'ready' ? status.history.versions : [];
  const files = newestOfEachFile(kept);
  return (
    <section aria-labelledby="sheet-versions" className="versions-section">
      <h3 id="sheet-versions">{versions.title}</h3>
      {!current.history && <p className="quiet">{versions.none}</p>}
      {status?.kind === 'loading' && <p className="quiet">{versions.loading}</p>}
      {status?.kind === 'failed' && (
        <div role="alert">
          <ErrorText error={status.error} />
          <button type="button" className="button" onClick={() => void readHistory(layer.id)}>
            {versions.retry}
          </button>
        </div>
      )}
      <VersionList versions={kept} />
      {files.length === 1 && <p className="quiet">{versions.none}</p>}
      {files.length > 2 && <VersionPair versions={files} />}
      {files.length > 1 && <RollbackHelp older={files.slice(1)} />}
    </section>
  );
}
