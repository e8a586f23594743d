import type { AppState } from '../../state/app-state.ts';

/** Pixels at each edge of the map that something covers. */
export interface MapPadding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Size of the map, in pixels. */
export interface MapSize {
  width: number;
  height: number;
}

/** What lies over a map of that size: flights keep clear of it. `isNarrow` is whether the panel is a sheet. */
export function mapPadding(
  state: AppState,
  { width, height }: MapSize,
  isNarrow: boolean,
): MapPadding {
  const { presenter, clear } = state.seance;
  if (presenter) return clear ?? { top: EDGE_PX, right: EDGE_PX, bottom: EDGE_PX, left: EDGE_PX };
  const isCardOpen = state.card.kind !== 'closed';
  const top = Math.min(SEARCH_PX, height / 4);
  if (isNarrow) {
    const bottom = height * (isCardOpen ? CARD_SHARE : SHEET_SHARE);
    return { top, right: EDGE_PX, bottom, left: EDGE_PX };
  }
  const right = isCardOpen && width > CARD_PX + LEGEND_PX ? CARD_PX : EDGE_PX;
  const left = isCardOpen && width - right > 2 * LEGEND_PX ? LEGEND_PX : EDGE_PX;
  return { top, right, bottom: Math.min(EDGE_PX, height / 8), left };
}

const EDGE_PX = 40;
/** The search field with its margins. */
const SEARCH_PX = 72;
/** The card with its margins and the bar of tools at its side: `--card` of the tokens, twice 12 px and 84 px. */
const CARD_PX = 528;
/** The open legend with its margins: what a card is of must not lie under it. */
const LEGEND_PX = 250;
/** Share of the height of a narrow window that the card may take, and that the sheet takes at its middle stop. */
const CARD_SHARE = 0.6;
const SHEET_SHARE = 0.48;
