import { defaultLayers } from './actions.ts';
import { stateToAddress } from './address.ts';
import type { AppState } from './app-state.ts';
import type { AppStore } from './store.ts';

/** The part of the browser that the address bar is kept in step with; `window` has it. */
export interface AddressHost {
  location: { hash: string };
  history: {
    replaceState(data: null, unused: '', url: string): void;
    pushState(data: null, unused: '', url: string): void;
  };
  addEventListener(type: 'hashchange' | 'popstate', listener: () => void): void;
  removeEventListener(type: 'hashchange' | 'popstate', listener: () => void): void;
}

/**
 * Keeps the address in step with the state, and the state with the address: a new screen, theme, question, layer's page, comparison or presentation is a step that
 * "back" returns from, all else replaces the present step. `onAddress` is told of an address typed or returned to, and
 * changes the state before it returns: that is no new step.
 * Gives a function that stops it.
 */
export function followAddress(
  store: AppStore,
  host: AddressHost,
  onAddress: (hash: string) => void,
): () => void {
  let written = host.location.hash;
  let step: string | null = null;
  let isReading = false;
  const write = (state: AppState) => {
    if (!state.catalogue || !(state.view || state.isMapless)) return;
    const address = stateToAddress(state, defaultLayers(state.catalogue));
    if (address === written) return;
    const next = stepOf(state);
    const isStep = !isReading && step !== null && next !== step;
    try {
      if (isStep) host.history.pushState(null, '', address);
      else host.history.replaceState(null, '', address);
    } catch {
      // Safari takes 100 changes in 30 s, others refuse what is too long: the next change of the state tries again, and the link
      // that is copied is made of the state.
      return;
    }
    written = address;
    step = next;
  };
  const read = () => {
    const { hash } = host.location;
    if (hash === written) return;
    written = hash;
    isReading = true;
    onAddress(hash);
    isReading = false;
    if (step !== null) step = stepOf(store.getState());
  };
  const stop = store.subscribe(write);
  host.addEventListener('popstate', read);
  host.addEventListener('hashchange', read);
  return () => {
    stop();
    host.removeEventListener('popstate', read);
    host.removeEventListener('hashchange', read);
  };
}

function stepOf(state: AppState): string {
  const theme = state.screen === 'indicateurs' ? state.theme : null;
  const { sheet, comparison } = state.screen === 'donnees' ? state : NO_SHEET;
  const helpPage = state.screen === 'aide' ? state.helpPage : null;
  const inLibrary = state.screen === 'question' && state.shelf.part !== null;
  const isPresented = state.seance.presenter !== null;
  const asked = isPresented || state.asked;
  return JSON.stringify([state.screen, theme, asked, sheet, comparison, inLibrary, helpPage]);
}

const NO_SHEET = { sheet: null, comparison: null };
