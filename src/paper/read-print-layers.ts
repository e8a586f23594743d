import { type ErrorData, errorToData, isAbort } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import type { Extent } from '../domain/units.ts';
import type { ByteSource } from '../loaders/byte-source.ts';
import { frameExtent } from '../plan/frame.ts';
import type { PlanFrame } from '../plan/plan.ts';
import { type PlanLayer, readPlanLayers } from '../plan/read-plan-layers.ts';
import type { PrintLayer, PrintRequest } from './print-request.ts';

/** The layers of a sheet, and those that could not be read. */
export interface PrintLayers {
  layers: PlanLayer[];
  missing: { layer: Layer; error: ErrorData }[];
}

/** What reading needs of where it runs. */
export interface PrintFiles {
  open: (layer: Layer) => ByteSource;
  /** Layers that were read before, kept for the next sheet. */
  kept: Map<string, KeptLayer>;
}

/** Rows of a layer's file, the box that they are all the rows of, and the scale that decided whether it is drawn. */
interface KeptLayer {
  extent: Extent;
  scale: number;
  read: PlanLayer;
}

/**
 * The layers of a sheet as far as its frame needs them. One that cannot be read is told, and the others are there. `onRead` hears how many
 * are done. Rejects with the reason of `signal` alone.
 */
export async function readPrintLayers(
  { territory, layers }: Pick<PrintRequest, 'territory' | 'layers'>,
  frame: PlanFrame,
  files: PrintFiles,
  { signal, onRead }: { signal?: AbortSignal; onRead?: (done: number) => void } = {},
): Promise<PrintLayers> {
  let done = 0;
  const missing: PrintLayers['missing'] = [];
  const read = await Promise.all(
    layers.map(async (own) => {
      try {
        return await readLayer(own, territory, frame, files, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (isAbort(error)) throw error;
        missing.push({ layer: own.layer, error: errorToData(error) });
        return null;
      } finally {
        done += 1;
        onRead?.(done);
      }
    }),
  );
  return { layers: read.filter((layer) => layer !== null), missing };
}

async function readLayer(
  { layer, opacity, table }: PrintLayer,
  territory: PrintRequest['territory'],
  frame: PlanFrame,
  { open, kept }: PrintFiles,
  signal: AbortSignal | undefined,
): Promise<PlanLayer> {
  if (table) return { layer, opacity, table, drawnFrom: null };
  const extent = frameExtent(frame);
  const before = kept.get(layer.file.path);
  if (before && before.scale === frame.scale && holds(before.extent, extent)) {
    return { ...before.read, layer, opacity };
  }
  const catalogue = { version: 1 as const, territory, themes: [], layers: [layer] };
  const shown = [{ id: layer.id, opacity }];
  const [read] = await readPlanLayers(
    { catalogue, shown, extent, scale: frame.scale, open },
    signal,
  );
  const found = read as PlanLayer;
  kept.set(layer.file.path, { extent, scale: frame.scale, read: found });
  return found;
}

function holds(outer: Extent, inner: Extent): boolean {
  return (
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
  );
}
