import { useEffect } from 'react';
import type { Scene, SeanceItem } from '../../domain/seance.ts';
import { setChoropleth } from '../../state/commune-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { choroplethOf } from '../communes/choropleth-of.ts';
import { show } from '../strings/seance.ts';

/** Colours the communes by the figure of the item's scene, found when it is first shown; gives what stands in its way, in words. */
export function useSceneChoropleth(item: SeanceItem | null): string | null {
  const wanted = item?.scene.choropleth;
  const catalogue = useAppState((state) => state.catalogue);
  const { library, status, figure, values } = useSceneFigure(wanted);
  const act = useAct();
  useEffect(() => {
    if (!wanted || !figure || !values || !catalogue) return;
    const choropleth = choroplethOf(figure, values, catalogue);
    act((state) =>
      state.choropleth?.column === figure.column ? state : setChoropleth(state, choropleth),
    );
  }, [wanted, figure, values, catalogue, act]);
  if (!wanted || values) return null;
  if (library.kind === 'failed' || status?.kind === 'failed') return show.figureFailed;
  if (library.kind === 'ready' && !figure) return show.figureUnknown;
  return show.figureReading;
}

/** Has the figure of a scene computed, and gives it with its values as far as they are there; nothing is read without one. */
export function useSceneFigure(wanted: Scene['choropleth']) {
  const library = useAppState((state) => state.library);
  const status = useAppState((state) => (wanted ? state.communeFigures[wanted.theme] : undefined));
  const { readLibrary, readCommuneFigures } = useEffects();
  const figures =
    wanted && library.kind === 'ready'
      ? library.library.communeFigures?.find(({ theme }) => theme === wanted.theme)
      : undefined;
  const figure = figures?.figures.find(({ column }) => column === wanted?.figure);
  const values = status?.kind === 'ready' && figure ? status.values[figure.column] : undefined;
  useEffect(() => {
    if (wanted) void readLibrary();
  }, [wanted, readLibrary]);
  useEffect(() => {
    if (figures) void readCommuneFigures(figures);
  }, [figures, readCommuneFigures]);
  return { library, status, figure, values };
}
