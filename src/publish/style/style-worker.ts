import { makeStyle, type StyleChoice, type StyledLayer } from './make-style.ts';

/** What a style is made of. */
export interface StyleRequest {
  choice: StyleChoice;
  layer: StyledLayer;
}

/** One style for each message. */
globalThis.onmessage = ({ data: { choice, layer } }: MessageEvent<StyleRequest>) => {
  globalThis.postMessage(makeStyle(choice, layer));
};
