import { Suspense, useEffect, useRef, useState } from 'react';
import type { AppState, Screen } from '../state/app-state.ts';
import { drawnSplit } from '../state/split.ts';
import { useAppState, useEffects } from './app-context.tsx';
import { LayersPanel } from './carte/layers-panel.tsx';
import { PastBanner } from './donnees/past-banner.tsx';
import type { DrawerStop } from './frame/drawer-stop.ts';
import { Notices } from './frame/notices.tsx';
import { Panel } from './frame/panel.tsx';
import { PartBoundary } from './frame/part-boundary.tsx';
import { Rail } from './frame/rail.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { useIsNarrow } from './frame/use-is-narrow.ts';
import { useSheet } from './frame/use-sheet.ts';
import { Legend } from './legend/legend.tsx';
import { RenewalBanner } from './liens/renewal-banner.tsx';
import { MapFooter } from './map/map-footer.tsx';
import { MapView } from './map/map-view.tsx';
import {
  AidePanel,
  CommunesPanel,
  DataPanel,
  DrawingBar,
  EngineSpared,
  FeatureCards,
  IndicatorsPanel,
  MapTools,
  OfflineBanner,
  OtherSide,
  PublishWizard,
  QuestionPanel,
  ScenariosPanel,
  SeancePanel,
  SqlPanel,
  TableDrawer,
} from './screen-parts.ts';
import { SearchBox } from './search/search-box.tsx';
import { fr } from './strings/fr.ts';
import { screens } from './strings/screens.ts';
import { DropToOpen } from './temporaires/drop-to-open.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/top-bar.css';
import './styles/rail.css';
import './styles/panel.css';
import './styles/stage.css';
import './styles/notices.css';
import './styles/first-map.css';
import './styles/layers.css';
import './styles/shown-layers.css';
import './styles/legend.css';
import './styles/search.css';
import './styles/card.css';
import './styles/temporaires.css';
import './styles/drawing.css';

/** The whole screen; `AppContext` must be above it. */
export function App() {
  const screen = useAppState((state) => state.screen);
  const hasCard = useAppState((state) => state.card.kind !== 'closed');
  const isSettled = useAppState((state) => state.isPainted || state.isMapless);
  const isDrawing = useAppState((state) => state.drawing !== null);
  const split = useAppState(drawnSplit);
  const [drawer, setDrawer] = useDrawer();
  const isNarrow = useIsNarrow();
  const main = useRef<HTMLElement>(null);
  useEscapeToClose();
  const hasRows = useAppState(({ answer }) => answer.kind === 'ready' && answer.answer.count > 0);
  const isTableOpen = screen === 'question' && hasRows && drawer !== 'closed';
  const isTableFull = isTableOpen && (drawer === 'full' || isNarrow);
  return (
    <div className="app" data-drawer={isTableOpen ? drawer : 'closed'} data-screen={screen}>
      <button type="button" className="skip-link" onClick={() => main.current?.focus()}>
        {fr.app.skip}
      </button>
      <PartBoundary>
        <TopBar />
      </PartBoundary>
      <PartBoundary>
        <Rail />
      </PartBoundary>
      <ScreenPanel isCovered={isTableFull} drawer={drawer} onDrawer={setDrawer} />
      <main
        className="stage"
        ref={main}
        tabIndex={-1}
        aria-label={fr.map.label}
        inert={isTableFull}
      >
        <PartBoundary>
          <MapView />
        </PartBoundary>
        {split && (
          <Suspense>
            <OtherSide split={split} />
          </Suspense>
        )}
        <PartBoundary>
          <SearchBox />
        </PartBoundary>
        <PartBoundary>
          <Legend />
        </PartBoundary>
        {isSettled && (
          <Suspense>
            <MapTools />
          </Suspense>
        )}
        {hasCard && (
          <Suspense>
            <FeatureCards />
          </Suspense>
        )}
        <div className="map-banners">
          <PartBoundary>
            <PastBanner />
            <RenewalBanner />
          </PartBoundary>
          {isSettled && import.meta.env.PROD && (
            <Suspense>
              <OfflineBanner />
            </Suspense>
          )}
        </div>
        {isDrawing && (
          <Suspense>
            <DrawingBar />
          </Suspense>
        )}
        <PartBoundary>
          <Notices />
          <DropToOpen target={main} />
          <MapFooter />
        </PartBoundary>
      </main>
      {isTableOpen && (
        <Suspense
          fallback={
            <section className="drawer quiet" aria-label={fr.table.title}>
              {fr.table.loading}
            </section>
          }
        >
          <TableDrawer stop={drawer} onStop={setDrawer} />
        </Suspense>
      )}
    </div>
  );
}

interface ScreenPanelProps {
  isCovered: boolean;
  drawer: DrawerStop;
  onDrawer: (stop: DrawerStop) => void;
}

function ScreenPanel({ isCovered, drawer, onDrawer }: ScreenPanelProps) {
  const screen = useAppState((state) => state.screen);
  const isDrawing = useAppState((state) => state.drawing !== null);
  const isSpared = useAppState(sparesHere);
  const isLow = screen !== 'carte' && window.innerHeight < LOW_PX;
  const sheet = useSheet(READ.includes(screen) || isLow ? 'full' : 'half');
  const { onStop } = sheet;
  useEffect(() => {
    onStop((stop) => (isDrawing ? 'peek' : stop === 'peek' ? 'half' : stop));
  }, [isDrawing, onStop]);
  return (
    <Panel
      title={screens[screen].title}
      isCovered={isCovered}
      stop={sheet.stop}
      onStop={sheet.onStop}
    >
      {isSpared && (
        <Suspense>
          <EngineSpared />
        </Suspense>
      )}
      {screen === 'carte' && (
        <PartBoundary>
          <LayersPanel />
        </PartBoundary>
      )}
      <Suspense fallback={<p className="quiet">{screens[screen].loading}</p>}>
        {screen === 'question' && <QuestionPanel drawer={drawer} onDrawer={onDrawer} />}
        {screen === 'indicateurs' && <IndicatorsPanel onSeeMap={sheet.onSeeMap} />}
        {screen === 'donnees' && <DataPanel onSeeMap={sheet.onSeeMap} />}
        {screen === 'publier' && <PublishWizard onSeeMap={sheet.onSeeMap} />}
        {screen === 'communes' && <CommunesPanel />}
        {screen === 'scenarios' && <ScenariosPanel />}
        {screen === 'seance' && <SeancePanel />}
        {screen === 'sql' && <SqlPanel />}
        {screen === 'aide' && <AidePanel />}
      </Suspense>
    </Panel>
  );
}

/** Height of a window in which half a sheet shows three lines, as one that is read at 400 % has. */
const LOW_PX = 400;

/** Screens that are read rather than looked at beside the map: their sheet opens in full. */
const READ: Screen[] = ['indicateurs', 'publier', 'aide'];

/** Whether the screen has questions for an engine that is not started. */
const sparesHere = ({ isEngineSpared, screen, open }: AppState): boolean =>
  isEngineSpared &&
  (['question', 'sql', 'scenarios'].includes(screen) || (screen === 'indicateurs' && !!open));

/** Where the table drawer stands: it opens by itself under a new answer, where there is room for it. */
function useDrawer() {
  const [drawer, setDrawer] = useState<DrawerStop>('closed');
  const answerId = useAppState(({ answer }) => (answer.kind === 'ready' ? answer.answer.id : null));
  const isNarrow = useIsNarrow();
  const seen = useRef<string | null>(null);
  useEffect(() => {
    if (answerId === seen.current) return;
    seen.current = answerId;
    setDrawer(answerId !== null && !isNarrow ? 'half' : 'closed');
  }, [answerId, isNarrow]);
  return [drawer, setDrawer] as const;
}

/** Escape closes the card, unless a list or a field has taken the key for itself. */
function useEscapeToClose(): void {
  const { closeCard } = useEffects();
  const isOpen = useAppState((state) => state.card.kind !== 'closed');
  useEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) closeCard();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOpen, closeCard]);
}
