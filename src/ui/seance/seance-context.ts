import { createContext, useContext } from 'react';
import { AppError } from '../../domain/errors.ts';
import { createSeanceEffects, type SeanceEffects } from '../../state/seance-effects.ts';
import type { AppServices } from '../app-context.tsx';

/** Gives the effects of sessions to the parts of the Séance screen. */
export const SeanceContext = createContext<SeanceEffects | null>(null);

/** The effects of sessions. */
export function useSeance(): SeanceEffects {
  const effects = useContext(SeanceContext);
  if (!effects) throw new Error('a part of the Séance screen is rendered outside SeanceContext');
  return effects;
}

/** The effects of sessions over the services of the application, the files being those beside the page. */
export function seanceEffectsOf({ store, effects }: AppServices): SeanceEffects {
  return createSeanceEffects(store, {
    fetchJson: fetchSiteJson,
    ask: effects.ask,
    cancelAsk: effects.cancelAsk,
    now: () => Date.now(),
  });
}

/**
 * The parsed JSON of a file beside the page; null where there is none. A host without a file says 404; one that answers any address with
 * the page gives HTML.
 * @throws {AppError} `seance-invalid` with the `reason` `network` or `json`.
 */
export async function fetchSiteJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(new URL(path, document.baseURI), { cache: 'no-cache' });
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    if (response.status === 404 || isPage) return null;
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return await response.json();
  } catch (cause) {
    const context = { reason: cause instanceof SyntaxError ? 'json' : 'network', path };
    throw new AppError('seance-invalid', `${path}: ${String(cause)}`, context, cause);
  }
}
