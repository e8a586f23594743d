import { useCallback, useState } from 'react';
import { type ErrorData, errorToData } from '../../domain/errors.ts';
import { goMapless, openTool } from '../../state/actions.ts';
import { useAct, useServices } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { isWindowNarrow } from '../frame/use-is-narrow.ts';
import { fr } from '../strings/fr.ts';
import { FirstMap } from './first-map.tsx';
import { type MapPadding, type MapSize, mapPadding } from './map-padding.ts';
import { useMountedMap } from './use-mounted-map.ts';

/**
 * The map; where the browser cannot draw it, the sentence that says so, and the rest of the screen goes on. Flights keep clear of the
 * panels, or of what `padding` gives, a function that stays the same.
 */
export function MapView({ padding }: { padding?: () => MapPadding }) {
  const { createMap, store } = useServices();
  const [error, setError] = useState<ErrorData | null>(null);
  const create = useCallback(
    (element: HTMLElement) =>
      createMap(element, {
        strings: { ...fr.map.controls, describedBy: 'map-keys map-summary' },
        padding: padding ?? (() => mapPadding(store.getState(), sizeOf(element), isWindowNarrow())),
      }),
    [createMap, store, padding],
  );
  const fail = useCallback(
    (cause: unknown) => {
      setError(errorToData(cause));
      store.setState(goMapless);
    },
    [store],
  );
  const container = useMountedMap(create, fail);
  return (
    <>
      <MapAsTextLink />
      <div className="map" hidden={error !== null}>
        <div className="map-canvas" ref={container} />
        <FirstMap />
      </div>
      {error && (
        <div className="map-missing" role="alert">
          <ErrorText error={error} />
        </div>
      )}
    </>
  );
}

/** The way to the map as text, for who comes by keyboard; and what the keys do, which the map is described by. */
function MapAsTextLink() {
  const act = useAct();
  return (
    <>
      <button
        type="button"
        className="skip-link map-skip"
        onClick={() => act((state) => openTool(state, 'contenu'))}
      >
        {fr.map.asText}
      </button>
      <p id="map-keys" hidden>
        {fr.map.keys}
      </p>
    </>
  );
}

const sizeOf = (element: HTMLElement): MapSize => ({
  width: element.clientWidth,
  height: element.clientHeight,
});
