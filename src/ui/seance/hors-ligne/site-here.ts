import { packOf, siteRoot } from '../../../offline/site-address.ts';

/** The folder that this page is in: the site's, or that of a prepared session. */
const folder = (): string => new URL('.', location.href).href;

/** The root of the site that this page is of, with a slash at its end. */
export const rootHere = (): string => siteRoot(folder());

/** The id of the prepared session that this page shows; null in the site itself. */
export const packHere = (): string | null => packOf(folder());

/** Address that shows a prepared session. */
export const packLink = (root: string, id: string): string =>
  `${root}hors-ligne/${id}/index.html#/seance?seance=${id}`;
