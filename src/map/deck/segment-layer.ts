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
  /** One for all, or `[red, green, blue, alpha]` of each segment; the same object as long as no colour changes. */
  color: [red: number, green: number, blue: number, alpha: number] | Uint8Array;
  /** Pixels. */
  width: number;
  /** What the width is multiplied by, for all or for each segment: 1 unless given. */
  widths?: number | Float32Array;
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
export function segmentLayer(given: SegmentProps): SegmentLayer {
  const { segments, color, width, widths = 1, ...props } = given;
  return new SegmentLayer({
    ...props,
    data: dataOf(segments, color, widths),
    extent: segments.extent,
    coordinateSystem: 'lnglat-offsets',
    coordinateOrigin: [...segments.origin, 0],
    getColor: color instanceof Uint8Array ? [0, 0, 0, 0] : color,
    getWidth: typeof widths === 'number' ? widths : 1,
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
      instanceWidths: { size: 1, type: 'float32', accessor: 'getWidth', defaultValue: 1 },
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

interface SegmentData {
  color: Uint8Array | null;
  widths: Float32Array | null;
  data: { length: number };
}

const dataOfSegments = new WeakMap<Segments, SegmentData>();

/** The same object for the same segments, colours and widths, so that deck.gl sees that nothing changed. */
function dataOf(segments: Segments, ...looks: [SegmentProps['color'], number | Float32Array]) {
  const color = looks[0] instanceof Uint8Array ? looks[0] : null;
  const widths = looks[1] instanceof Float32Array ? looks[1] : null;
  const known = dataOfSegments.get(segments);
  if (known && known.color === color && known.widths === widths) return known.data;
  const value = segments.offsets;
  const end = (offset: number) => ({ value, size: 2, stride: 16, offset });
  const data = {
    length: segments.length,
    attributes: {
      getSourcePosition: end(0),
      getTargetPosition: end(8),
      ...(color && { getColor: { value: color, size: 4 } }),
      ...(widths && { getWidth: { value: widths, size: 1 } }),
    },
  };
  dataOfSegments.set(segments, { color, widths, data });
  return data;
}
