import { type RefObject, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { currentItem, itemsOf } from '../../state/seance-actions.ts';
import type { Presenter } from '../../state/seance-presenter.ts';
import { useAppState } from '../app-context.tsx';
import { show } from '../strings/seance.ts';
import '../styles/seance-show.css';
import '../styles/seance-map.css';
import { ControlBar } from './control-bar.tsx';
import { ItemPanel } from './item-panel.tsx';
import { KeysHelp } from './keys-help.tsx';
import { LaserPointer } from './laser-pointer.tsx';
import { LayersDrawer } from './layers-drawer.tsx';
import { ShowCorner } from './show-corner.tsx';
import { ShowLegend } from './show-legend.tsx';
import { SideSwitch } from './side-switch.tsx';
import { SpeakerWindow } from './speaker-window.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { usePresenterKeys } from './use-presenter-keys.ts';
import { useSceneAhead } from './use-scene-ahead.ts';
import { useSceneChoropleth } from './use-scene-choropleth.ts';
import { useSceneFit } from './use-scene-fit.ts';
import { useWakeLock } from './use-wake-lock.ts';

/**
 * The session as the room sees it: the map on one side, the item in large type on the other. It lies over the whole page; the map
 * is the page's own, which a rule of the style sheet puts in its place while `data-presenting` is on the root element.
 */
export function Presentation() {
  const presenter = useAppState((state) => state.seance.presenter);
  const item = useAppState(currentItem);
  const items = useAppState(itemsOf);
  const fullScreen = useFullScreen();
  const wakeLock = useWakeLock();
  const panel = useRef<HTMLDivElement>(null);
  const commands = usePresenterKeys(panel, fullScreen.toggle);
  const figure = useSceneChoropleth(item);
  useSceneAhead();
  usePresentingRoot();
  useSceneFit();
  useFreshPanel(panel, presenter?.index ?? 0);
  if (!presenter || !item) return null;
  return createPortal(
    <section className="show" aria-label={show.label}>
      <p className="visually-hidden" aria-live="polite">
        {presenter.isBlank
          ? show.blank
          : show.announce(item.number, item.title, presenter.index + 1, items.length)}
      </p>
      <div className="show-over-map">
        <SideSwitch presenter={presenter} item={item} />
        <ShowLegend scene={item.scene} />
        <Banner />
        <ShowCorner messages={[fullScreen.problem, wakeLock, figure]} />
      </div>
      <ItemPanel ref={panel} item={item} />
      <ControlBar presenter={presenter} item={item} count={items.length} commands={commands} />
      {presenter.hasLayers && <LayersDrawer />}
      <TypedNumber presenter={presenter} />
      {presenter.hasHelp && <KeysHelp />}
      {presenter.isBlank && <div className="show-blank" />}
      {presenter.hasPointer && <LaserPointer />}
      {presenter.hasNotes && <SpeakerWindow presenter={presenter} commands={commands} />}
    </section>,
    document.body,
  );
}

/** What is simulated, as the top bar says it on the other screens. */
function Banner() {
  const banner = useAppState((state) => state.catalogue?.territory.banner);
  return banner ? <p className="show-banner">{banner}</p> : null;
}

function TypedNumber({ presenter: { typed, unknown } }: { presenter: Presenter }) {
  if (!typed && !unknown) return null;
  return (
    <p className="show-typed" role="status">
      {typed ? show.typed(typed) : show.unknown(unknown ?? '')}
    </p>
  );
}

/** Marks the page as presenting, so that its map takes the place that the presentation leaves it. */
function usePresentingRoot(): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.presenting = 'true';
    return () => {
      delete dataset.presenting;
    };
  }, []);
}

/** Each item begins at its top, and has the focus, so that keys and screen readers are with it. */
function useFreshPanel(panel: RefObject<HTMLDivElement | null>, index: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new item is what scrolls the panel back
  useEffect(() => {
    panel.current?.scrollTo({ top: 0, behavior: 'instant' });
    panel.current?.focus({ preventScroll: true });
  }, [index, panel]);
}
