import { ExternalLink } from 'lucide-react';
import { Suspense, type SyntheticEvent, useEffect, useRef } from 'react';
import { embedOptions } from '../../embed/embed-options.ts';
import { listenToPage } from '../../embed/listen-to-page.ts';
import { drawnSplit } from '../../state/split.ts';
import { useAppState, useServices } from '../app-context.tsx';
import { OtherSide } from '../comparer/other-side.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { Notices } from '../frame/notices.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { Legend } from '../legend/legend.tsx';
import { MapFooter } from '../map/map-footer.tsx';
import { MapView } from '../map/map-view.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { embed } from '../strings/embed.ts';
import { fr } from '../strings/fr.ts';
import '../styles/embed.css';
import { EmbedBanner } from './embed-banner.tsx';
import { EmbedCard } from './embed-card.tsx';

/** The atlas in a frame of another page: the map, what its query asks for besides, and the way to the whole atlas. */
export function EmbedFrame() {
  const options = embedOptions(location.search);
  const split = useAppState(drawnSplit);
  usePage();
  return (
    <main className="embed stage" aria-label={fr.map.label}>
      <MapView padding={evenPadding} />
      {split && <OtherSide split={split} />}
      <EmbedBanner />
      {options.hasSearch && <SearchBox />}
      {options.hasLegend && <Legend />}
      {options.hasTools && (
        <Suspense>
          <MapTools />
        </Suspense>
      )}
      <EmbedCard />
      <Notices />
      <OpenLink />
      <MapFooter />
    </main>
  );
}

const MapTools = lazyPart(async () => (await import('../outils/map-tools.tsx')).MapTools);

/** Nothing covers the map of a frame but small panels at its corners. */
const evenPadding = () => ({ top: 40, right: 40, bottom: 40, left: 40 });

/** Lets the page that holds the frame talk to the atlas, if there is one. */
function usePage(): void {
  const { store, effects } = useServices();
  const sentence = useErrorSentence();
  const say = useRef(sentence);
  useEffect(() => {
    say.current = sentence;
  }, [sentence]);
  useEffect(() => {
    if (window.parent === window) return;
    const listener = listenToPage(window, {
      store,
      effects,
      say: (error) => say.current(error).title,
    });
    return listener.stop;
  }, [store, effects]);
}

/** The link to the same map in the whole atlas, which is where the map is when it is followed. */
function OpenLink() {
  const aim = ({ currentTarget }: SyntheticEvent<HTMLAnchorElement>) => {
    currentTarget.href = wholeAddress();
  };
  return (
    <a
      className="embed-open"
      href={wholeAddress()}
      target="_blank"
      rel="noopener"
      title={embed.openHint}
      onPointerDown={aim}
      onFocus={aim}
      onClick={aim}
    >
      <ExternalLink size={16} aria-hidden="true" />
      {embed.open}
    </a>
  );
}

const wholeAddress = (): string => `${location.pathname}${location.hash}`;
