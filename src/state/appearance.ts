import type { Appearance } from '../domain/basemap.ts';
import { AppError, errorToData } from '../domain/errors.ts';
import { addNotice } from './actions.ts';
import type { AppStore } from './store.ts';

/** The part of a page that an appearance is put on and kept by; `window` is one. */
export interface AppearanceHost {
  readonly document: { readonly documentElement: { readonly dataset: DOMStringMap } };
  /** Throws where the browser keeps nothing. */
  readonly localStorage: Pick<Storage, 'setItem'>;
}

/** Key of the appearance in the storage of the browser; `first-paint.js`, which reads it before anything is drawn, spells it too. */
export const APPEARANCE_KEY = 'arpent.apparence';

/**
 * Takes over the appearance that the page was first painted in, puts a change of it on the page and keeps it for the next visit.
 * A storage that refuses is told of; the change holds until the page is left.
 */
export function keepAppearance(store: AppStore, host: AppearanceHost): void {
  const { dataset } = host.document.documentElement;
  store.setState({ appearance: readAppearance(dataset.appearance) });
  store.subscribe(({ appearance }, before) => {
    if (appearance === before.appearance) return;
    dataset.appearance = appearance;
    try {
      host.localStorage.setItem(APPEARANCE_KEY, appearance);
    } catch (cause) {
      const error = new AppError('storage-refused', `appearance: ${cause}`, {}, cause);
      store.setState((state) => addNotice(state, errorToData(error)));
    }
  });
}

const readAppearance = (text: string | undefined): Appearance =>
  text === 'light' || text === 'dark' ? text : 'system';
