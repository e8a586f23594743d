import { AppError } from '../domain/errors.ts';
import type { Engine, MessageName } from '../engine/protocol.ts';
import type { AppState } from './app-state.ts';

/** What is known of a device before anything is asked of it: a part of `window`, so that tests can give another. */
export interface Device {
  navigator: object;
  screen: { width: number; height: number };
  matchMedia(query: string): { matches: boolean };
}

/**
 * Whether a device is a phone that may not hold whole layers: under 4 GB of memory, or of unknown memory, since Safari and Firefox
 * do not tell (W3C, Device Memory 1, § 3).
 */
export function isSmallPhone(device: Device): boolean {
  const { navigator, screen } = device;
  const isSmall = Math.min(screen.width, screen.height) < PHONE_PX;
  const { deviceMemory = 0 } = navigator as { deviceMemory?: number };
  return isSmall && device.matchMedia('(pointer: coarse)').matches && deviceMemory < ENOUGH_GB;
}

/**
 * An engine that draws, finds and tells what is in sight, but is not made to answer while `isSpared`: what would load the database
 * or whole layers is refused with `engine-spared`.
 */
export function spareEngine(engine: Engine, isSpared: () => boolean): Engine {
  return {
    async call(name, request, options) {
      if (HEAVY.has(name) && isSpared()) {
        throw new AppError('engine-spared', `${name} is not asked of a small phone`, { name });
      }
      return engine.call(name, request, options);
    },
  };
}

/** The state with the engine let go, which the reader asked for. */
export const startEngine = (state: AppState): AppState => ({ ...state, isEngineSpared: false });

/** Messages that load DuckDB, or read layers whole. */
const HEAVY = new Set<MessageName>([
  'ask',
  'preview',
  'answerChange',
  'sql',
  'sqlPlan',
  'fieldValues',
  'distribution',
  'impact',
  'leastParcels',
  'layerFaults',
]);

const PHONE_PX = 600;
const ENOUGH_GB = 4;
