import type { PublishSite } from '../../publish/protocol.ts';
import type { AppServices } from '../app-context.tsx';
import { today } from '../carte/today.ts';

/** What the site serves now, without the temporary layers. */
export function siteOf({ store }: AppServices): PublishSite {
  const { catalogue } = store.getState();
  if (!catalogue) throw new Error('no catalogue to publish into');
  const layers = catalogue.layers.filter(({ isTemporary }) => !isTemporary);
  const baseUrl = new URL('.', location.href).href;
  return { catalogue: { ...catalogue, layers }, baseUrl, today: today() };
}
