import * as v from 'valibot';
import { siteRoot } from '../../offline/site-address.ts';

/** Another territory of the site. */
export interface OtherTerritory {
  name: string;
  /** Whole address of its page. */
  href: string;
}

/** The other territories that the site serves; none where it is told of none, or cannot be asked now. */
export async function fetchOtherTerritories(signal: AbortSignal): Promise<OtherTerritory[]> {
  const { territory } = document.documentElement.dataset;
  const own = siteRoot(new URL('.', location.href).href);
  const home = territory ? new URL('..', own).href : own;
  try {
    const response = await fetch(`${home}territoires.json`, { cache: 'no-cache', signal });
    const parsed = v.safeParse(listSchema, response.ok ? await response.json() : null);
    if (!parsed.success) return [];
    const { territories } = parsed.output;
    return territories
      .map(({ folder, name }) => ({ name, href: home + folder }))
      .filter(({ href }) => href !== own);
  } catch {
    // Without network, the way to another territory would lead nowhere either.
    return [];
  }
}

const listSchema = v.object({
  territories: v.array(
    v.object({ folder: v.pipe(v.string(), v.regex(/^(?:[a-z][a-z0-9-]*\/)?$/)), name: v.string() }),
  ),
});
