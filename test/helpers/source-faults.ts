import type { FeatureCollection } from 'geojson';
import type { Recipe } from '../../scripts/collect/recipe.ts';
import type { Answer, Asked, Fault } from './faulty-server.ts';

/** One kind of fault after another, by its name; `official` answers what the source would. A file that may be absent is no fault where it is gone. */
export function faultOf(
  { options }: Recipe,
  index: number,
  official: (asked: Asked) => Answer,
): [string, Fault] {
  const kinds: [string, Fault][] = [
    ['a service that is asked too much', { kind: 'status', status: 429, retryAfter: 1 }],
    ['a body that is cut', { kind: 'cut' }],
    ['a server in trouble', { kind: 'status', status: 502 }],
    ['the page of a proxy', { kind: 'html' }],
    ['another schema', { kind: 'instead', answer: (asked) => renamed(official(asked)) }],
    ['a loop', { kind: 'redirect-loop' }],
    ['a connection that is reset', { kind: 'reset' }],
    ['silence', { kind: 'silent' }],
    ['a body that stops', { kind: 'stall', after: 20 }],
    ['a body that is cut in chunks', { kind: 'cut', framing: 'chunked' }],
    ['a server that forbids', { kind: 'status', status: 403 }],
  ];
  if (!options.mayBeAbsent) kinds.push(['a source that is gone', { kind: 'status', status: 404 }]);
  return kinds[index % kinds.length] as [string, Fault];
}

/** What tells requests of a recipe from those of others: its type names, else how its addresses begin. */
export function addressesOf({ urls, layers, kind }: Recipe): RegExp {
  const names = layers.map(({ from = '' }) => encodeURIComponent(from.replace(/_\{.*/, '')));
  const starts = Object.values(urls).map((url) =>
    url.replace(/^https:\/\//, '').replace(/(\{|latest).*/, ''),
  );
  const isWfs = kind === 'wfs';
  const parts = isWfs ? [...names.map((name) => `typeNames=${name}`), 'GetCapabilities'] : starts;
  return new RegExp(parts.map((part) => part.replace(/[.?*+^$()[\]]/g, '\\$&')).join('|'));
}

/** An answer whose fields have other names; what is no JSON (an archive, a table) becomes a document of nothing that was known. */
export function renamed(answer: Answer): Answer {
  const document = readJson(answer);
  const features = document?.features?.map((one) => ({
    ...one,
    properties: Object.fromEntries(
      Object.entries(one.properties ?? {}).map(([name, value]) => [`${name}_v2`, value]),
    ),
  }));
  const body = JSON.stringify(features ? { ...document, features } : { changed: true });
  return { ...answer, body, etag: '"changed"' };
}

/** The same answer with no object in it. */
export function emptied(answer: Answer): Answer {
  const count = { totalFeatures: 0, numberMatched: 0, numberReturned: 0 };
  const body = JSON.stringify({ ...readJson(answer), features: [], ...count });
  return { ...answer, body };
}

function readJson({ body }: Answer): FeatureCollection | null {
  const text = String(body);
  return text.startsWith('{') ? (JSON.parse(text) as FeatureCollection) : null;
}
