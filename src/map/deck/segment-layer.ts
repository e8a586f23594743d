import { LineLayer } from '@deck.gl/layers';
import type { Extent } from '../../domain/units.ts';
import { fragmentShader, vertexShader } from './segment-shaders.ts';

/** Segments ready for the graphics card. */
export interface Segments {
  length: number;
  /** Position that the offsets count from, degrees, longitude first. */
  origin: [number, number];
  /** `[x1, y1, x2, y2]` of each segment, in degrees from the origin: exact to millimetres across a territory. */
  offsets: Float32Array;
  /** Box of all segments, degrees. */
  extent: Extent;
}

/** Look of a set of segments. */
export interface SegmentProps {
  id: string;
  segments: Segments;
  color: [red: number, green: number, blue: number, alpha: number];
  /** Pixels. */
  width: number;
  visible?: boolean;
  opacity?: number;
  /** Id of the MapLibre layer just above. */
  beforeId: string;
}

/**
 * Lines as single segments with round, smooth ends. deck.gl's `PathLayer` projects four positions in emulated double
 * precision for each of a dozen corners: measured without a graphics card it took 11 s a frame for 157 500 edges of
 * parcels. Here a corner projects two positions in single precision, counted from a near origin, and what is out of
 * sight is not drawn.
 */
export function segmentLayer({ segments, color, width, ...props }: SegmentProps): SegmentLayer {
  return new SegmentLayer({
    ...props,
    data: dataOf(segments),
    extent: segments.extent,
    coordinateSystem: 'lnglat-offsets',
    coordinateOrigin: [...segments.origin, 0],
    getColor: color,
    widthUnits: 'pixels',
    widthScale: width,
  });
}

class SegmentLayer extends LineLayer<unknown, { extent: Extent }> {
  static override layerName = 'SegmentLayer';

  override getShaders() {
    return { ...super.getShaders(), vs: vertexShader, fs: fragmentShader };
  }

  override initializeState() {
    this.getAttributeManager()!.addInstanced({
      instanceStarts: { size: 2, type: 'float32', accessor: 'getSourcePosition' },
      instanceEnds: { size: 2, type: 'float32', accessor: 'getTargetPosition' },
      instanceColors: { size: 4, type: 'unorm8', accessor: 'getColor' },
    });
  }

  override getBounds() {
    return null;
  }

  override draw(options: { uniforms: unknown }) {
    const [west, south, east, north] = this.props.extent;
    const seen = this.context.viewport.getBounds();
    if (west < seen[2] && east > seen[0] && south < seen[3] && north > seen[1]) super.draw(options);
  }
}

const dataOfSegments = new WeakMap<Segments, object>();

/** The same object for the same segments, so that deck.gl sees that nothing changed. */
function dataOf(segments: Segments): { length: number } {
  const known = dataOfSegments.get(segments);
  if (known) return known as { length: number };
  const value = segments.offsets;
  const end = (offset: number) => ({ value, size: 2, stride: 16, offset });
  const data = {
    length: segments.length,
    attributes: { getSourcePosition: end(0), getTargetPosition: end(8) },
  };
  dataOfSegments.set(segments, data);
  return data;
}
