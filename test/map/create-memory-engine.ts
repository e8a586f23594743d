import type { FeatureCollection } from 'geojson';
import { AppError } from '../../src/domain/errors.ts';
import type { Value } from '../../src/domain/feature.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type {
  DiffShapes,
  DrawBatch,
  Engine,
  ExtentRequest,
  MessageName,
} from '../../src/engine/protocol.ts';
import { createMesh } from '../../src/geo/draw-mesh.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { cutTile, type TilePlace } from '../../src/geo/tiles/cut-tile.ts';
import { encodeTile } from '../../src/geo/tiles/encode-tile.ts';
import { tileShapes } from '../../src/geo/tiles/tile-shapes.ts';

/** What the engine of a test holds and was asked. */
export interface MemoryEngine extends Engine {
  /** Every request so far, in order. */
  asked: { name: MessageName; request: unknown }[];
}

/**
 * An engine that answers what the map asks from GeoJSON in memory, one row group a layer. Layers in `broken` fail;
 * an answer holds the rows listed under its id, a comparison is of `shapes`.
 */
export function createMemoryEngine(options: {
  layers: Record<string, FeatureCollection>;
  shapes?: DiffShapes;
  answers?: Record<string, { layer: string; rows: number[] }>;
  broken?: string[];
}): MemoryEngine {
  const { layers, shapes, answers = {}, broken = [] } = options;
  const asked: MemoryEngine['asked'] = [];

  function batchOf(layer: string, rows?: number[]): DrawBatch {
    const collection = layers[layer];
    if (!collection || broken.includes(layer)) {
      throw new AppError('layer-missing', `no file for ${layer}`, { layer });
    }
    const kept = rows ?? collection.features.map((_, row) => row);
    const features = kept.map((row) => collection.features[row]!);
    const names = Object.keys(features[0]?.properties ?? {});
    return {
      geometry: geometriesToColumn(features.map(({ geometry }) => geometry)),
      rows: Uint32Array.from(kept),
      columns: Object.fromEntries(
        names.map((name) => [name, features.map(({ properties }) => properties?.[name] as Value)]),
      ),
    };
  }

  function answer(name: MessageName, request: Record<string, unknown>): unknown {
    const layer = String(request.layer);
    if (name === 'drawLayer') return batchOf(layer);
    if (name === 'openTiles') return batchOf(layer) && null;
    if (name === 'layerTile') {
      const { geometry, columns } = batchOf(layer);
      const features = cutTile(tileShapes(geometry), request.place as TilePlace);
      return encodeTile(features, columns, (row) => row);
    }
    if (name === 'drawExtent') {
      const isHeld = (request.held as number[]).includes(0);
      if (isHeld) return [];
      const batch = batchOf(layer);
      const parts = request as unknown as ExtentRequest;
      return [{ ...batch, rowGroup: 0, mesh: createMesh(batch.geometry, parts) }];
    }
    if (name === 'featureGeometry') return batchOf(layer, [Number(request.row)]).geometry;
    if (name === 'feature') return { layer, key: request.key, row: Number(request.key) };
    if (name === 'diffShapes' && shapes) return shapes;
    if (name === 'versionFeature') {
      return {
        ...batchOf(String((request.layer as Layer).id), [Number(request.row)]),
        extent: null,
      };
    }
    if (name === 'answerGeometry') {
      const found = answers[String(request.answer)];
      if (!found) throw new AppError('answer-gone', 'no such answer', {});
      return batchOf(found.layer, found.rows);
    }
    throw new AppError('engine-failed', `the test's engine has no ${name}`, {});
  }

  return {
    asked,
    call: async (name, request) => {
      asked.push({ name, request });
      return answer(name, request as Record<string, unknown>) as never;
    },
  };
}
