import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';

/**
 * Makes the layers of a map those of `wanted`, bottom first, with the fewest changes: what is there and unchanged is
 * not touched, so nothing flickers. `drawn` holds what was wanted before and is brought up to date. Layers that
 * others added are left where they are: the groups of deck.gl below their anchor, a sketch above all. Tells whether any came, went or
 * was moved.
 */
export function reconcileLayers(
  map: MapLibreMap,
  wanted: LayerSpecification[],
  drawn: Map<string, LayerSpecification>,
): boolean {
  const ids = new Set(wanted.map(({ id }) => id));
  const gone = [...drawn.keys()].filter((id) => !ids.has(id));
  let isRestacked = gone.length > 0;
  for (const id of gone) {
    if (map.getLayer(id)) map.removeLayer(id);
    drawn.delete(id);
  }
  let above: string | undefined;
  for (const specification of [...wanted].reverse()) {
    if (place(map, specification, drawn.get(specification.id), above)) isRestacked = true;
    drawn.set(specification.id, specification);
    above = specification.id;
  }
  return isRestacked;
}

function place(
  map: MapLibreMap,
  wanted: LayerSpecification,
  before: LayerSpecification | undefined,
  above: string | undefined,
): boolean {
  if (before && (!map.getLayer(wanted.id) || !canUpdate(before, wanted))) {
    if (map.getLayer(wanted.id)) map.removeLayer(wanted.id);
    add(map, wanted, above);
    return true;
  }
  if (!before) {
    add(map, wanted, above);
    return true;
  }
  update(map, before, wanted);
  if (ownLayerAbove(map, wanted.id) === above) return false;
  map.moveLayer(wanted.id, above);
  return true;
}

/** Without MapLibre's validation, which writes out the whole style for every layer that is added: tests hold the specifications. */
function add(map: MapLibreMap, wanted: LayerSpecification, above: string | undefined): void {
  map.style.addLayer(wanted, above, { validate: false });
  // What has the map take notice, of a layer that is where it should be.
  map.moveLayer(wanted.id, above);
}

/** Whether the two differ in paint alone. */
function canUpdate(before: LayerSpecification, wanted: LayerSpecification): boolean {
  const frame = (specification: LayerSpecification) =>
    JSON.stringify({ ...specification, paint: null });
  return frame(before) === frame(wanted);
}

function update(map: MapLibreMap, before: LayerSpecification, wanted: LayerSpecification): void {
  const old = (before.paint ?? {}) as Record<string, unknown>;
  const paint = (wanted.paint ?? {}) as Record<string, unknown>;
  for (const name of new Set([...Object.keys(old), ...Object.keys(paint)])) {
    if (JSON.stringify(old[name]) !== JSON.stringify(paint[name])) {
      map.setPaintProperty(wanted.id, name as never, paint[name] as never, { validate: false });
    }
  }
}

function ownLayerAbove(map: MapLibreMap, id: string): string | undefined {
  const order = map.getLayersOrder();
  return order
    .slice(order.indexOf(id) + 1)
    .find((other) => !OTHERS.some((start) => other.startsWith(start)));
}

/** How the layers begin that `@deck.gl/mapbox` and terra-draw add to a map. */
const OTHERS = ['deck-layer-group', 'td-'];
