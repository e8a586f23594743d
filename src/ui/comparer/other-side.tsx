import { type CSSProperties, useCallback, useEffect, useMemo, useState } from 'react';
import type { Split } from '../../state/split.ts';
import { setOtherVersion, stopSplit } from '../../state/split-actions.ts';
import { useAct, useAppState, useEffects, useServices } from '../app-context.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { useMountedMap } from '../map/use-mounted-map.ts';
import { comparer } from '../strings/comparer.ts';
import { fr } from '../strings/fr.ts';
import '../styles/comparer.css';
import { Curtain } from './curtain.tsx';
import { sideTitles } from './side-titles.ts';

/** The second map of two that are compared, with the curtain that parts them and what each side shows. Narrow windows have curtains alone. */
export function OtherSide({ split }: { split: Split }) {
  const isNarrow = useIsNarrow();
  const kind = isNarrow && split.kind === 'cote' ? 'volet' : split.kind;
  const [dragged, setDragged] = useState<number | null>(null);
  const at = kind === 'cote' ? 0.5 : (dragged ?? split.at);
  const container = useOtherMap();
  const titles = useTitles();
  useKnownVersions(split.versions);
  return (
    <div
      className="other-side"
      data-kind={kind}
      style={{ '--at': `${at * 100}%` } as CSSProperties}
    >
      <div className="other-map">
        <div className="map-canvas" ref={container} />
      </div>
      {kind !== 'cote' && <Curtain kind={kind} at={at} titles={titles} onDrag={setDragged} />}
      <p className="side-title" data-side="first" title={titles.first}>
        {titles.first}
      </p>
      <p className="side-title" data-side="other" title={titles.other}>
        {titles.other}
      </p>
    </div>
  );
}

/** Mounts the second map in the element that the reference is given to, as long as it is there. */
function useOtherMap() {
  const { createOtherMap } = useServices();
  const { tell } = useEffects();
  const act = useAct();
  const create = useCallback(
    (element: HTMLElement) => {
      const strings = { ...fr.map.controls, label: comparer.otherMap };
      return createOtherMap(element, { strings, padding: () => NO_PADDING });
    },
    [createOtherMap],
  );
  const fail = useCallback(
    (error: unknown) => {
      tell(error);
      act(stopSplit);
    },
    [tell, act],
  );
  return useMountedMap(create, fail);
}

/** The second map never flies: it goes where the first does. */
const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** What each side shows, made again only where it may be something else. */
function useTitles() {
  const { store } = useServices();
  const split = useAppState((state) => state.split);
  const shown = useAppState((state) => state.shown);
  const basemap = useAppState((state) => state.basemap);
  const catalogue = useAppState((state) => state.catalogue);
  const histories = useAppState((state) => state.histories);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the parts of the state that titles are made of
  return useMemo(
    () => sideTitles(store.getState()),
    [store, split, shown, basemap, catalogue, histories],
  );
}

/** Fetches the versions that the second map names; one that is not kept is told of, and shown as on the first. */
function useKnownVersions(versions: Record<string, string>): void {
  const { entryOf, tell } = useEffects();
  const act = useAct();
  useEffect(() => {
    for (const [id, version] of Object.entries(versions)) {
      entryOf(id, version).catch((error) => {
        tell(error);
        act((state) => setOtherVersion(state, id, null));
      });
    }
  }, [versions, entryOf, tell, act]);
}
