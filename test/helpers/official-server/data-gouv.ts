import { file, type Host, json, redirect } from './answers.ts';
import { OPEN_FILES, type OpenFile } from './open-files.ts';

/** www.data.gouv.fr: what a dataset's files are (`/api/1/datasets/<slug>/`), and stable addresses that lead to one. */
export const dataGouv: Host = ({ url }) => {
  const slug = /^\/api\/1\/datasets\/([\w-]+)\/?$/.exec(url.pathname)?.[1];
  const files = OPEN_FILES.filter(({ dataset }) => dataset === slug);
  if (slug && files.length > 0)
    return json({ slug, license: 'lov2', resources: files.map(resourceOf) });
  const id = /^\/(?:fr\/|api\/1\/)?datasets\/r\/([\w-]+)$/.exec(url.pathname)?.[1];
  const found = OPEN_FILES.find((one) => one.id !== undefined && one.id === id);
  return found ? redirect(found.url) : null;
};

/** Any host that an open file is on. */
export const openFiles: Host = ({ url }, ground) => {
  const found = OPEN_FILES.find((one) => one.url === url.href);
  return found ? file(found.make(ground), TYPES[found.format] ?? 'application/octet-stream') : null;
};

function resourceOf({ title, format, url }: OpenFile) {
  const facts = { title, type: 'main', format, mime: TYPES[format] ?? null };
  const days = {
    created_at: '2024-08-22T09:46:41',
    last_modified: '2026-08-07T09:33:53.513000+00:00',
  };
  return { ...facts, url, filesize: null, checksum: null, ...days };
}

const TYPES: Record<string, string> = {
  geojson: 'application/geo+json',
  csv: 'text/csv',
  zip: 'application/zip',
  gpx: 'application/gpx+xml',
};
