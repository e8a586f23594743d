import type { Layer } from '../../domain/layer.ts';
import { unionExtents } from '../../domain/union-extents.ts';
import { flyTo, showLayers } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { usePage } from './page-context.ts';

/** Shows layers on the map, which flies to where they are and comes into sight where the page covers it. */
export function useSeeOnMap(): (layers: Layer[]) => void {
  const act = useAct();
  const { onSeeMap } = usePage();
  return (layers) => {
    const ids = layers.map(({ id }) => id);
    act((state) => flyTo(showLayers(state, ids), unionExtents(layers.map(({ extent }) => extent))));
    onSeeMap();
  };
}
