import { useEffect, useRef, useState } from 'react';
import { type ErrorData, errorToData } from '../../domain/errors.ts';
import { type MapHandle, useServices } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { fr } from '../strings/fr.ts';

/** The map; where the browser cannot draw it, the sentence that says so, and the rest of the screen goes on. */
export function MapView() {
  const { createMap } = useServices();
  const container = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let map: MapHandle | null = null;
    let isGone = false;
    const mount = async () => {
      const created = await createMap(element);
      if (isGone) created.destroy();
      else map = created;
    };
    mount().catch((cause) => setError(errorToData(cause)));
    const observer = new ResizeObserver(() => map?.resize());
    observer.observe(element);
    return () => {
      isGone = true;
      observer.disconnect();
      map?.destroy();
    };
  }, [createMap]);
  return (
    <>
      <section className="map" ref={container} aria-label={fr.map.label} hidden={error !== null} />
      {error && (
        <div className="map-missing" role="alert">
          <ErrorText error={error} />
        </div>
      )}
    </>
  );
}
