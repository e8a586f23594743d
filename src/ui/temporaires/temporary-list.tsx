import { Suspense } from 'react';
import { useAppState } from '../app-context.tsx';
import { LayerRow } from '../carte/layer-row.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { temporaires } from '../strings/temporaires.ts';

/** The files that were opened without being published, in the panel of layers; nothing when there is none. */
export function TemporaryList() {
  const layers = useAppState((state) => state.catalogue?.layers);
  const temporary = layers?.filter(({ isTemporary }) => isTemporary) ?? [];
  if (temporary.length === 0) return null;
  return (
    <details className="theme" open>
      <summary>
        <h2>{temporaires.title}</h2>
        <span className="badge">{temporary.length}</span>
      </summary>
      <ul className="layer-list">
        {temporary.map((layer) => (
          <li key={layer.id}>
            <ul>
              <LayerRow layer={layer} />
            </ul>
            <Suspense>
              <TemporaryTools layer={layer} />
            </Suspense>
          </li>
        ))}
      </ul>
    </details>
  );
}

const TemporaryTools = lazyPart(async () => (await import('./temporary-tools.tsx')).TemporaryTools);
