import { useEffect, useState } from 'react';
import type { Change } from '../../domain/change.ts';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import type { Layer } from '../../domain/layer.ts';
import type { VersionFeature } from '../../engine/protocol.ts';
import { useEffects } from '../app-context.tsx';

/** A feature in each of two versions; null in the one that has it not. */
export interface ChangeFeatures {
  before: VersionFeature | null;
  after: VersionFeature | null;
}

/** The feature of a change in both versions, or what kept it from being read; neither while it is. */
export function useChangeFeatures(
  change: Change,
  from: Layer,
  to: Layer,
): { features: ChangeFeatures | null; error: ErrorData | null } {
  const { versionFeature } = useEffects();
  const [found, setFound] = useState<{ features: ChangeFeatures | null; error: ErrorData | null }>(
    NOTHING,
  );
  const { rowBefore, rowAfter } = change;
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const read = (layer: Layer, row: number | null) =>
      row === null ? null : versionFeature(layer, row, signal);
    setFound(NOTHING);
    Promise.all([read(from, rowBefore), read(to, rowAfter)])
      .then(([before, after]) => setFound({ features: { before, after }, error: null }))
      .catch((error: unknown) => {
        if (!isAbort(error)) setFound({ features: null, error: errorToData(error) });
      });
    return () => controller.abort();
  }, [versionFeature, from, to, rowBefore, rowAfter]);
  return found;
}

const NOTHING = { features: null, error: null };
