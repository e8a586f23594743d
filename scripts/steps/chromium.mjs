import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop, timed } from './log.mjs';
import { isDebianRoot, run, runPackage } from './run.mjs';

/** What a headless Chromium needs on a machine without a graphics card: WebGL drawn by software, no chatter. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
];

/** Path of a Chromium on this machine: `CHROMIUM_PATH`, Playwright's own, or an installed one; null when none is. */
export async function findChromium() {
  const { chromium } = await import('playwright');
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...installedPaths()];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** Path of a Chromium, fetched by Playwright or by the system's package manager when there is none. */
export async function obtainChromium() {
  const found = await findChromium();
  if (found) return found;
  await timed('Téléchargement de Chromium par Playwright', () =>
    runPackage('playwright/cli.js', ['install', 'chromium'], { quiet: true }),
  );
  const downloaded = await findChromium();
  if (downloaded) return downloaded;
  if (isDebianRoot()) {
    await timed('Installation de Chromium par apt', async () => {
      await run('apt-get', ['update', '-qq'], { quiet: true });
      await run('apt-get', ['install', '-y', '-qq', 'chromium'], { quiet: true });
    });
  }
  const installed = await findChromium();
  if (installed) return installed;
  throw new Stop(
    'Les tests demandent un navigateur Chromium, et aucun n’a été trouvé ni n’a pu être installé. ' +
      'Installez Chromium ou Google Chrome, ou donnez son chemin : CHROMIUM_PATH=/chemin/vers/chromium npm test.',
  );
}

function installedPaths() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
}
