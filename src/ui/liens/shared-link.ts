import type { Layer } from '../../domain/layer.ts';
import { layersOf } from '../../domain/question.ts';
import { defaultLayers } from '../../state/actions.ts';
import { parseAddress, stateToAddress } from '../../state/address.ts';
import { annotatedShapes, linkedAnnotations } from '../../state/annotation-actions.ts';
import type { AppState } from '../../state/app-state.ts';
import { currentLayer } from '../../state/version-actions.ts';

/** A link as it is given to somebody, and what is to be said of it. */
export interface SharedLink {
  url: string;
  /** Whether it is too long to be sent about. */
  isTooLong: boolean;
  /** The layers that it pins, each in the version that it pins. */
  pins: { layer: Layer; version: string; isKept: boolean }[];
  /** How many temporary layers it leaves out. */
  temporary: number;
  /** Whether it leaves out the question, which is about one of them. */
  leavesQuestion: boolean;
  /** Whether it leaves out what was drawn and annotated, which is too long for it. */
  leavesDrawings: boolean;
}

/**
 * Longest link that is given, in characters. Nothing in a browser stops at it; mail programs, messengers and office software do,
 * between 2 000 (old Outlook, cells of Excel) and some 8 000 (most servers that links are relayed through).
 */
export const MAX_LINK_CHARS = 8000;

/** The link to what a state shows; `base` is the address of the page, up to `#`. */
export function sharedLink(state: AppState, base: string): SharedLink {
  const layers = state.catalogue?.layers ?? [];
  const hash = stateToAddress(state, state.catalogue ? defaultLayers(state.catalogue) : []);
  const url = base + hash;
  const versions = parseAddress(hash).versions ?? {};
  const temporary = layers.filter(({ isTemporary }) => isTemporary).map(({ id }) => id);
  return {
    url,
    isTooLong: url.length > MAX_LINK_CHARS,
    pins: layers
      .filter(({ id }) => versions[id] !== undefined)
      .map((layer) => ({
        layer,
        version: versions[layer.id] as string,
        isKept: currentLayer(state, layer.id)?.history !== undefined,
      })),
    temporary: state.shown.filter(({ id }) => temporary.includes(id)).length,
    leavesDrawings: annotatedShapes(state).length > 0 && linkedAnnotations(state) === null,
    leavesQuestion:
      state.asked !== null && layersOf(state.asked).some((id) => temporary.includes(id)),
  };
}
