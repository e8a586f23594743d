import { isAllowed, pageOrigin } from './allowed-origins.ts';
import { EDITION, isForAtlas } from './contract.ts';
import { createEmbedDesk, type EmbedPorts } from './embed-desk.ts';

/** The window of a frame, and of the page that holds it. */
export type FrameWindow = Pick<
  Window,
  'parent' | 'document' | 'addEventListener' | 'removeEventListener'
> & { location: { origin: string; ancestorOrigins?: ArrayLike<string> } };

/** What talks to the page. */
export interface PageListener {
  /** Messages of origins that may not talk, so far. */
  refused(): number;
  stop(): void;
}

/**
 * Lets the page that holds the frame talk to the atlas, once the catalogue is there to tell who may. Messages of others do
 * nothing; they are counted, and the first is told of on the console. Nothing is posted to a page that may not talk.
 */
export function listenToPage(frame: FrameWindow, ports: Omit<EmbedPorts, 'post'>): PageListener {
  const { store } = ports;
  const territory = () => store.getState().catalogue?.territory ?? {};
  const mayTalk = (origin: string) => isAllowed(origin, frame.location.origin, territory());
  let origin: string | null = null;
  let refused = 0;
  const desk = createEmbedDesk({
    ...ports,
    post(message) {
      if (origin !== null) frame.parent.postMessage({ arpent: EDITION, ...message }, origin);
    },
  });

  const onMessage = ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== frame.parent || !isForAtlas(data) || !store.getState().catalogue) return;
    if (mayTalk(from)) {
      origin = from;
      void desk.take(data);
      return;
    }
    refused += 1;
    // biome-ignore lint/suspicious/noConsole: it is for who writes the page, not for its readers
    if (refused === 1) console.warn(`Arpent: messages of ${from} are ignored (embed.origins)`);
  };

  const start = () => {
    const known = pageOrigin(frame);
    if (known !== null && mayTalk(known)) origin = known;
    desk.greet();
  };
  frame.addEventListener('message', onMessage as EventListener);
  const stopFollowing = desk.follow();
  const stopWaiting = store.subscribe((state, before) => {
    if (state.catalogue && !before.catalogue) start();
  });
  if (store.getState().catalogue) start();
  return {
    refused: () => refused,
    stop() {
      frame.removeEventListener('message', onMessage as EventListener);
      stopFollowing();
      stopWaiting();
    },
  };
}
