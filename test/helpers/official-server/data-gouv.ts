import { file, type Host, json, redirect } from './answers.ts';
import type { Ground } from './ground.ts';
import { OPEN_DATASETS, type OpenFile } from './open-datasets.ts';

/** www.data.gouv.fr: what a dataset's files are (`/api/1/datasets/<slug>/`), and stable addresses that lead to one. */
export const dataGouv: Host = ({ url }) => {
  const slug = /^\/api\/1\/datasets\/([\w-]+)\/?$/.exec(url.pathname)?.[1];
  const files = slug && OPEN_DATASETS[slug];
  if (files)
    return json({ id: slug, slug, title: slug, license: 'lov2', resources: files.map(resourceOf) });
  const id = /^\/(?:fr\/|api\/1\/)?datasets\/r\/([\w-]+)$/.exec(url.pathname)?.[1];
  const found = id && ALL.find((one) => idOf(one) === id);
  return found ? redirect(found.url) : null;
};

/** Any host that an open dataset's file is on. */
export const openFiles: Host = ({ url }, ground: Ground) => {
  const found = ALL.find((one) => one.url === url.href);
  return found ? file(found.make(ground), TYPES[found.format] ?? 'application/octet-stream') : null;
};

const ALL = Object.values(OPEN_DATASETS).flat();

function resourceOf(one: OpenFile) {
  const { title, format, url } = one;
  const dates = {
    created_at: '2024-08-22T09:46:41',
    last_modified: '2026-08-07T09:33:53.513000+00:00',
  };
  return {
    id: idOf(one),
    title,
    type: 'main',
    format,
    url,
    latest: `https://www.data.gouv.fr/fr/datasets/r/${idOf(one)}`,
    mime: TYPES[format] ?? null,
    filesize: null,
    checksum: null,
    ...dates,
  };
}

const idOf = ({ id, url }: OpenFile) => id ?? url.split('/').at(-1)?.replace(/\W/g, '-');

const TYPES: Record<string, string> = {
  geojson: 'application/geo+json',
  json: 'application/json',
  csv: 'text/csv',
  zip: 'application/zip',
  gpx: 'application/gpx+xml',
};
