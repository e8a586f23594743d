import { Stop, timed } from './log.mjs';
import { run } from './run.mjs';
import { hashInputs, hasStamp, writeStamp } from './stamp.mjs';

/** Stops with a sentence when this Node is too old for the project's tools. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(
    `Arpent demande Node 20.19 ou plus récent, et cette machine a Node ${process.versions.node}. ` +
      'Installez la version LTS depuis https://nodejs.org, puis relancez la commande.',
  );
}

/** Installs the locked dependencies when they are missing or when the lockfile has changed since. */
export async function installDependencies() {
  const hash = await hashInputs(['package-lock.json']);
  if (await hasStamp(STAMP, hash)) return;
  const code = await timed('Installation des dépendances', () =>
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  if (code !== 0) {
    throw new Stop(
      'Les dépendances n’ont pas pu être installées. Vérifiez l’accès au registre npm (réseau, proxy), puis relancez.',
    );
  }
  await writeStamp(STAMP, hash);
}

/** In `node_modules`, so that it goes when they go. */
const STAMP = 'node_modules/.arpent-lock';
