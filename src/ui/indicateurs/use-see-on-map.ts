import type { Layer } from '../../domain/layer.ts';
import type { Extent } from '../../domain/units.ts';
import { flyTo, showLayers } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { usePage } from './page-context.ts';

/** Shows layers on the map, which flies to where they are and comes into sight where the page covers it. */
export function useSeeOnMap(): (layers: Layer[]) => void {
  const act = useAct();
  const { onSeeMap } = usePage();
  return (layers) => {
    const ids = layers.map(({ id }) => id);
    act((state) => flyTo(showLayers(state, ids), union(layers.map(({ extent }) => extent))));
    onSeeMap();
  };
}

function union(extents: Extent[]): Extent {
  return [
    Math.min(...extents.map((extent) => extent[0])),
    Math.min(...extents.map((extent) => extent[1])),
    Math.max(...extents.map((extent) => extent[2])),
    Math.max(...extents.map((extent) => extent[3])),
  ];
}
