import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { writeTerritoryPages } from '../../scripts/steps/territory-pages.mjs';

const PAGE = `<!doctype html><html lang="fr"><link rel="icon" href="./icones/a.svg"><link rel="manifest" href="./manifest.webmanifest"><script src="./assets/x-1.js"></script></html>`;

async function createFolders() {
  const folder = await mkdtemp(join(tmpdir(), 'arpent-pages-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [publicDir, distDir] = [join(folder, 'public'), join(folder, 'dist')];
  await mkdir(distDir);
  await writeFile(join(distDir, 'index.html'), PAGE);
  const manifest = { icons: [{ src: 'icones/a.svg' }], shortcuts: [{ icons: [] }] };
  await writeFile(join(distDir, 'manifest.webmanifest'), JSON.stringify(manifest));
  return { publicDir, distDir };
}

async function serve(publicDir: string, folder: string, shortName: string) {
  await mkdir(join(publicDir, folder), { recursive: true });
  const territory = { name: `CA ${shortName}`, shortName, siren: '200000000' };
  await writeFile(join(publicDir, folder, 'catalogue.json'), JSON.stringify({ territory }));
}

it('a territory beside the main one has a page over the same files, and both know of each other', async () => {
  const folders = await createFolders();
  await serve(folders.publicDir, '', 'Lens');
  await serve(folders.publicDir, 'reunion', 'CINOR');
  await serve(folders.publicDir, 'restreint', 'Réservé');
  await writeTerritoryPages(folders);
  const read = (path: string) => readFile(join(folders.distDir, path), 'utf8');
  const { territories } = JSON.parse(await read('territoires.json'));
  expect(territories.map(({ folder }: { folder: string }) => folder)).toEqual(['', 'reunion/']);
  const page = await read('reunion/index.html');
  expect(page).toContain('data-territory="reunion"');
  expect(page).toContain('src="../assets/x-1.js"');
  expect(page).toContain('href="../icones/a.svg"');
  expect(page).toContain('href="./manifest.webmanifest"');
  expect(JSON.parse(await read('reunion/manifest.webmanifest')).icons[0].src).toBe(
    '../icones/a.svg',
  );
  expect(await read('reunion/sw.js')).toContain("importScripts('../sw.js')");
  expect(await read('index.html')).toBe(PAGE);
});

it('a territory that is gone has no page any more', async () => {
  const folders = await createFolders();
  await serve(folders.publicDir, '', 'Lens');
  await serve(folders.publicDir, 'reunion', 'CINOR');
  await writeTerritoryPages(folders);
  await rm(join(folders.publicDir, 'reunion'), { recursive: true });
  await writeTerritoryPages(folders);
  expect(existsSync(join(folders.distDir, 'reunion/index.html'))).toBe(false);
  expect(existsSync(join(folders.distDir, 'index.html'))).toBe(true);
});
