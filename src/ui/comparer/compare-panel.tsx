import { ArrowLeftRight } from 'lucide-react';
import { SPLIT_KINDS, type Split } from '../../state/split.ts';
import {
  moveCurtain,
  setOtherBasemap,
  startSplit,
  stopSplit,
  swapSides,
} from '../../state/split-actions.ts';
import { useAct, useAppState, useEffects, useServices } from '../app-context.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { comparer, splitKinds } from '../strings/comparer.ts';
import { formatShare } from '../strings/format.ts';
import '../styles/compare-panel.css';
import '../styles/comparer.css';
import { basemapChoices } from './basemap-name.ts';
import { OtherLayers } from './other-layers.tsx';
import { Timeline } from './timeline.tsx';

/** What is compared and how: the curtain or the two sides, what the other side shows, and the versions of a layer in time. */
export function ComparePanel() {
  const split = useAppState((state) => state.split);
  return (
    <div className="compare-panel">
      <LayoutChoice />
      {split && <OtherSideChoices split={split} />}
      <Timeline />
    </div>
  );
}

/** One map, a curtain, or two maps; a narrow window has no room for two. */
function LayoutChoice() {
  const act = useAct();
  const kind = useAppState((state) => state.split?.kind ?? null);
  const isNarrow = useIsNarrow();
  const kinds = SPLIT_KINDS.filter((name) => name !== 'cote' || !isNarrow || kind === 'cote');
  return (
    <fieldset>
      <legend>{comparer.layout}</legend>
      <label className="compare-choice">
        <input
          type="radio"
          name="split-kind"
          checked={kind === null}
          onChange={() => act(stopSplit)}
        />
        {comparer.one}
      </label>
      {kinds.map((name) => (
        <label key={name} className="compare-choice">
          <input
            type="radio"
            name="split-kind"
            checked={kind === name}
            onChange={() => act((state) => startSplit(state, name))}
          />
          {splitKinds[name]}
        </label>
      ))}
    </fieldset>
  );
}

function OtherSideChoices({ split }: { split: Split }) {
  const act = useAct();
  const catalogue = useAppState((state) => state.catalogue);
  const swap = useSwap();
  const isSame = !split.shown && !split.basemap && Object.keys(split.versions).length === 0;
  return (
    <fieldset>
      <legend>{comparer.otherSide(split.kind)}</legend>
      {isSame && <p className="quiet">{comparer.same}</p>}
      {split.kind !== 'cote' && <CurtainPlace at={split.at} />}
      <label className="compare-field">
        {comparer.basemap}
        <select
          value={split.basemap ?? ''}
          onChange={(event) => act((state) => setOtherBasemap(state, event.target.value || null))}
        >
          <option value="">{comparer.sameBasemap}</option>
          {basemapChoices(catalogue).map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <OtherLayers shown={split.shown} />
      <div className="compare-buttons">
        <button type="button" className="button" onClick={swap}>
          <ArrowLeftRight size={16} aria-hidden="true" />
          {comparer.swap}
        </button>
        <button type="button" className="button" onClick={() => act(stopSplit)}>
          {comparer.stop}
        </button>
      </div>
    </fieldset>
  );
}

/** The place of the curtain, for whom dragging it is hard. */
function CurtainPlace({ at }: { at: number }) {
  const act = useAct();
  return (
    <label className="compare-field">
      {comparer.curtainPlace}
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(at * 100)}
        aria-valuetext={formatShare(at, 0)}
        onChange={({ target }) => act((state) => moveCurtain(state, Number(target.value) / 100))}
      />
    </label>
  );
}

/** Puts the two sides in each other's place; where versions change places the question is asked anew. */
function useSwap(): () => void {
  const { store } = useServices();
  const { changeCatalogue, askAgain } = useEffects();
  return () => {
    const state = store.getState();
    const next = swapSides(state);
    if (next.catalogue === state.catalogue) {
      store.setState(swapSides);
      return;
    }
    changeCatalogue(swapSides);
    askAgain();
  };
}
