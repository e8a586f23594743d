import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The territories that a public folder serves, the main one first: its own catalogue, then those of its folders. `folder` is empty for
 * the main one, else ends in `/`.
 */
export async function listTerritories(publicDir) {
  const entries = await readdir(publicDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const folders = ['', ...names.filter((name) => FOLDER.test(name)).sort()];
  const found = await Promise.all(folders.map((name) => readTerritory(publicDir, name)));
  return found.filter(Boolean);
}

/**
 * Gives each territory beside the main one a page of its own over the one app in `distDir`: `NAME/index.html`, its service worker and
 * its manifest; and writes `territoires.json`, by which pages know of each other. Pages of territories that are gone go.
 */
export async function writeTerritoryPages({ publicDir, distDir }) {
  const territories = await listTerritories(publicDir);
  await writeFile(join(distDir, 'territoires.json'), `${JSON.stringify({ territories })}\n`);
  const beside = territories.filter(({ folder }) => folder !== '');
  await removeOthers(distDir, beside);
  const html = await readFile(join(distDir, 'index.html'), 'utf8');
  const manifest = JSON.parse(await readFile(join(distDir, 'manifest.webmanifest'), 'utf8'));
  for (const territory of beside) {
    const folder = join(distDir, territory.folder);
    await mkdir(folder, { recursive: true });
    const files = {
      'index.html': territoryPage(html, territory.folder.slice(0, -1)),
      'sw.js': "self.home = '../';\nimportScripts('../sw.js');\n",
      'manifest.webmanifest': JSON.stringify(territoryManifest(manifest, territory.shortName)),
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const picture = 'premiere-carte.svg';
    if (!existsSync(join(publicDir, territory.folder, picture))) {
      await writeFile(join(folder, picture), NO_PICTURE);
    }
  }
}

/** The page of the app for a territory in a folder: the app's files are one folder up. */
export function territoryPage(html, name) {
  return html
    .replace('<html ', `<html data-territory="${name}" `)
    .replace(/(["'])\.\/(assets|icones)\//g, '$1../$2/');
}

function territoryManifest(manifest, shortName) {
  const shared = (icons) => icons.map((icon) => ({ ...icon, src: `../${icon.src}` }));
  return {
    ...manifest,
    short_name: `Arpent ${shortName}`,
    icons: shared(manifest.icons),
    shortcuts: manifest.shortcuts.map((shortcut) => ({
      ...shortcut,
      icons: shared(shortcut.icons),
    })),
  };
}

async function readTerritory(publicDir, name) {
  const text = await readFile(join(publicDir, name, 'catalogue.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { territory } = JSON.parse(text);
  const { name: title, shortName, siren } = territory;
  return { folder: name && `${name}/`, name: title, shortName, siren };
}

async function removeOthers(distDir, beside) {
  for (const entry of await readdir(distDir, { withFileTypes: true })) {
    const page = join(distDir, entry.name, 'index.html');
    if (!entry.isDirectory() || beside.some(({ folder }) => folder === `${entry.name}/`)) continue;
    const html = await readFile(page, 'utf8').catch(() => '');
    if (!html.includes(`data-territory="${entry.name}"`)) continue;
    for (const name of ['index.html', 'sw.js', 'manifest.webmanifest', 'premiere-carte.svg']) {
      await rm(join(distDir, entry.name, name), { force: true });
    }
  }
}

/** As `isTerritoryFolder` of `scripts/publish/site.ts`; what else a public folder holds has no catalogue, but what is behind a password. */
const FOLDER = /^(?!restreint$)[a-z][a-z0-9-]{0,39}$/;

/** What `first-map.js` takes for none. */
const NO_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
