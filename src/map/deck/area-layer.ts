import { SolidPolygonLayer } from '@deck.gl/layers';
import type { Extent } from '../../domain/units.ts';

/** Areas cut into triangles, ready for the graphics card. */
export interface Areas {
  /** Box of all areas, degrees. */
  extent: Extent;
  /** Position that the corners count from, degrees, longitude first. */
  origin: [number, number];
  /** `[x, y]` of each corner, in degrees from the origin. */
  corners: Float32Array;
  /** Numbers of corners, three a triangle. */
  triangles: Uint32Array;
}

/** Look of a set of areas. */
export interface AreaProps {
  id: string;
  areas: Areas;
  /** One for all, or `[red, green, blue, alpha]` of each corner; the same object as long as no colour changes. */
  colour: [red: number, green: number, blue: number, alpha: number] | Uint8Array;
  visible?: boolean;
  opacity?: number;
  /** Id of the MapLibre layer just above. */
  beforeId: string;
}

/**
 * Plain areas, drawn from triangles that were made elsewhere. deck.gl would cut each polygon itself, on the page's thread, and then
 * walk through all of them: here it is handed one polygon of all corners with its triangles, and has nothing to walk through.
 */
export function areaLayer({ areas, colour, ...props }: AreaProps): AreaLayer {
  return new AreaLayer({
    ...props,
    data: dataOf(areas, colour),
    extent: areas.extent,
    positionFormat: 'XY',
    _normalize: false,
    coordinateSystem: 'lnglat-offsets',
    coordinateOrigin: [...areas.origin, 0],
    getFillColor: colour instanceof Uint8Array ? [0, 0, 0, 0] : colour,
  });
}

class AreaLayer extends SolidPolygonLayer<unknown, { extent: Extent }> {
  static override layerName = 'AreaLayer';

  override getBounds() {
    return null as never;
  }

  override draw(options: { uniforms: unknown }) {
    const [west, south, east, north] = this.props.extent;
    const seen = this.context.viewport.getBounds();
    if (west < seen[2] && east > seen[0] && south < seen[3] && north > seen[1]) super.draw(options);
  }
}

const dataOfAreas = new WeakMap<Areas, { colour: AreaProps['colour']; data: object }>();

/** The same object for the same areas and colours, so that deck.gl sees that nothing changed. */
function dataOf(areas: Areas, colour: AreaProps['colour']): { length: number } {
  const known = dataOfAreas.get(areas);
  const isSame =
    colour instanceof Uint8Array ? known?.colour === colour : Array.isArray(known?.colour);
  if (known && isSame) return known.data as { length: number };
  const { corners, triangles } = areas;
  const data = {
    length: 1,
    startIndices: new Uint32Array([0, corners.length / 2]),
    attributes: {
      getPolygon: { value: corners, size: 2 },
      indices: triangles,
      ...(colour instanceof Uint8Array && { getFillColor: { value: colour, size: 4 } }),
    },
  };
  dataOfAreas.set(areas, { colour, data });
  return data;
}
