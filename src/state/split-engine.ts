import type { Engine } from '../engine/protocol.ts';
import type { AppState } from './app-state.ts';
import { otherEntries } from './split.ts';

/**
 * The engine as the second map asks it: what it draws and identifies of a layer that it shows in another version is of that
 * version. All else is asked as it is.
 */
export function engineOfOtherSide(engine: Engine, getState: () => AppState): Engine {
  const call = async (name: string, request: unknown, options: unknown): Promise<unknown> => {
    const entries = otherEntries(getState());
    const ask = engine.call as (...args: unknown[]) => Promise<unknown>;
    if (name === 'identify') {
      const asked = request as { layers: string[] };
      const found = await Promise.all(
        asked.layers.map((id) =>
          ask(name, { ...asked, layers: [id], version: entries.get(id) }, options),
        ),
      );
      return joined(found as Identified[]);
    }
    const version = VERSIONED.has(name) && entries.get((request as { layer: string }).layer);
    return ask(name, version ? { ...(request as object), version } : request, options);
  };
  return { call: call as Engine['call'] };
}

/** The messages that are about one layer and may be of another version of it. */
const VERSIONED: ReadonlySet<string> = new Set([
  'drawLayer',
  'drawExtent',
  'openTiles',
  'layerTile',
  'feature',
  'featureGeometry',
]);

interface Identified {
  features: unknown[];
  failures: unknown[];
}

function joined(found: Identified[]): Identified {
  return {
    features: found.flatMap(({ features }) => features),
    failures: found.flatMap(({ failures }) => failures),
  };
}
