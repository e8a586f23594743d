import { Layer, type LayerContext, project32, type UpdateParameters } from '@deck.gl/core';
import { Model } from '@luma.gl/engine';
import type { Extent } from '../../domain/units.ts';
import {
  fragmentShader,
  SEGMENTS_A_ROW,
  segmentUniforms,
  vertexShader,
} from './segment-shaders.ts';

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
  /** One for all, alpha 255 or less; or `[red, green, blue, width]` of each segment, the width in sixteenths of `width`. */
  color: [red: number, green: number, blue: number, alpha: number] | Uint8Array;
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
 * parcels; instances of one box took 0.6 s for 20 000, because every instance is a call of its own there. Here one call draws all
 * boxes, each corner finds its segment in a texture by its own number, and projects two positions in single precision, counted from a
 * near origin; what is out of sight is not drawn.
 */
export function segmentLayer({ segments, ...props }: SegmentProps): SegmentLayer {
  return new SegmentLayer({
    ...props,
    segments,
    data: NO_DATA,
    coordinateSystem: 'lnglat-offsets',
    coordinateOrigin: [...segments.origin, 0],
  });
}

/** deck.gl walks through data for attributes, of which there are none. */
const NO_DATA: never[] = [];

type Props = Pick<SegmentProps, 'segments' | 'color' | 'width'>;

type Texture = ReturnType<LayerContext['device']['createTexture']>;

interface State {
  model: Model;
  edges: Texture;
  looks: Texture;
}

class SegmentLayer extends Layer<Props> {
  static override layerName = 'SegmentLayer';
  static override defaultProps = {};

  override initializeState() {
    this.setState({
      model: new Model(this.context.device, {
        ...this.getShaders({
          vs: vertexShader,
          fs: fragmentShader,
          modules: [project32, segmentUniforms],
        }),
        id: this.props.id,
        topology: 'triangle-list',
        isInstanced: false,
      }),
    });
  }

  override updateState({ props, oldProps }: UpdateParameters<this>) {
    const { segments, color } = props;
    const state = this.state as unknown as State;
    if (segments !== oldProps.segments) {
      const texels = new Float32Array(4 * texelsOf(segments.length));
      texels.set(segments.offsets);
      state.edges?.destroy();
      this.setState({ edges: this.#texture('rgba32float', texels) });
    }
    if (segments === oldProps.segments && lookOf(color) === lookOf(oldProps.color)) return;
    const looks = lookOf(color);
    const texels = new Uint8Array(4 * (looks ? texelsOf(segments.length) : SEGMENTS_A_ROW));
    if (looks) texels.set(looks);
    state.looks?.destroy();
    this.setState({ looks: this.#texture('rgba8unorm', texels) });
  }

  override finalizeState(context: LayerContext) {
    super.finalizeState(context);
    const { edges, looks } = this.state as unknown as State;
    edges?.destroy();
    looks?.destroy();
  }

  override getBounds() {
    return null;
  }

  override draw() {
    const { segments, color, width } = this.props;
    const [west, south, east, north] = segments.extent;
    const seen = this.context.viewport.getBounds();
    if (west >= seen[2] || east <= seen[0] || south >= seen[3] || north <= seen[1]) return;
    const { model, edges, looks } = this.state as unknown as State;
    const plain = lookOf(color) ? [0, 0, 0, 0] : [...color].map((value) => value / 255);
    model.shaderInputs.setProps({
      segment: {
        color: plain,
        width,
        hasLooks: lookOf(color) ? 1 : 0,
        segmentEdges: edges,
        segmentLooks: looks,
      },
    });
    model.setVertexCount(CORNERS * segments.length);
    model.draw(this.context.renderPass);
  }

  #texture(format: 'rgba32float' | 'rgba8unorm', data: Float32Array | Uint8Array): Texture {
    return this.context.device.createTexture({
      format,
      data,
      width: SEGMENTS_A_ROW,
      height: data.length / 4 / SEGMENTS_A_ROW,
      sampler: { minFilter: 'nearest', magFilter: 'nearest' },
    });
  }
}

/** Of two triangles. */
const CORNERS = 6;

const texelsOf = (segments: number) =>
  SEGMENTS_A_ROW * Math.max(1, Math.ceil(segments / SEGMENTS_A_ROW));

function lookOf(color: SegmentProps['color'] | undefined): Uint8Array | null {
  return color instanceof Uint8Array ? color : null;
}
