import type { Feature } from 'geojson';
import { readAnswer } from '../make/read-answer.ts';
import type { Part } from '../part.ts';
import { gpuRow } from './gpu-row.ts';
import { isCapped } from './quarter-boxes.ts';

/** The objects of all answers on one collection. */
export interface GpuObjects {
  /** Each once, in the order in which they came, with the properties that `gpuRow` gives. */
  features: Feature[];
  mended: number;
  /** Answers that were cut off, and whose box was not asked for again by its quarters. */
  heldBack: number;
  /** Latest day on which one of them was published on the GPU, `YYYY-MM-DD`. */
  day?: string;
}

/**
 * Reads answers one after another. Objects are told by `gid`, which the GPU gives once in a collection; else by the feature's `id`, else
 * by all that they are.
 * @throws {AppError} as `readAnswer`.
 */
export async function readObjects(
  parts: readonly Part[],
  caps: readonly number[],
  signal?: AbortSignal,
): Promise<GpuObjects> {
  const keys = new Set(parts.map(({ key }) => key));
  const objects = new Map<string, Feature>();
  const found = { mended: 0, heldBack: 0 };
  let day = '';
  for (const part of parts) {
    signal?.throwIfAborted();
    const answer = await readAnswer(part);
    if (isCapped(answer, caps) && !keys.has(firstQuarter(part.key))) found.heldBack += 1;
    for (const feature of answer.features) {
      const own = feature.properties ?? {};
      const id = String(own.gid ?? feature.id ?? JSON.stringify(feature));
      if (objects.has(id)) continue;
      const { properties, mended } = gpuRow(own);
      found.mended += mended;
      objects.set(id, { type: 'Feature', geometry: feature.geometry, properties });
      const published = String(own.gpu_timestamp ?? '').slice(0, 10);
      if (/^\d{4}-\d\d-\d\d$/.test(published) && published > day) day = published;
    }
  }
  return { features: [...objects.values()], ...found, ...(day && { day }) };
}

function firstQuarter(key: string): string {
  return /-q[0-3]+$/.test(key) ? `${key}0` : `${key}-q0`;
}
