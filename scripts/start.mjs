import { join } from 'node:path';
import { buildApp } from './steps/app.mjs';
import { checkNode, installDependencies } from './steps/install.mjs';
import { runMain, Stop } from './steps/log.mjs';
import { buildPages } from './steps/pages.mjs';
import { ROOT } from './steps/run.mjs';
import { publishSeances } from './steps/seances.mjs';
import { buildTerritory } from './steps/territory.mjs';

const DEFAULT_PORT = 4173;

/** `npm start`: from a fresh clone to a served atlas. Everything that is already there and fresh is left alone. */
async function main() {
  checkNode();
  const wanted = wantedPort();
  await installDependencies();
  await buildTerritory();
  await buildPages();
  await publishSeances();
  await buildApp();
  const site = await serveOnPort(wanted);
  console.log(`\nArpent est prêt : ${site.url}\n(Ctrl+C pour arrêter)`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await site.close();
      process.exit(0);
    });
  }
}

function wantedPort() {
  const text = process.env.PORT;
  if (!text) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`PORT vaut « ${text} » : donnez un nombre de 1 à 65535, par exemple PORT=8080.`);
}

async function serveOnPort(wanted) {
  const { serveSite } = await import('./serve.mjs');
  const folders = { publicDir: join(ROOT, 'public'), distDir: join(ROOT, 'dist') };
  const first = wanted ?? DEFAULT_PORT;
  const last = wanted ?? DEFAULT_PORT + 20;
  for (let port = first; port <= last; port++) {
    try {
      const site = await serveSite({ ...folders, port });
      if (port > first) console.log(`Le port ${first} est occupé, Arpent prend le ${port}.`);
      return site;
    } catch (error) {
      if (error.code === 'EACCES')
        throw new Stop(
          `Le port ${port} demande des droits particuliers : choisissez-en un autre, par exemple PORT=8080.`,
        );
      if (error.code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Stop(
    wanted
      ? `Le port ${wanted} est déjà pris par un autre programme. Arrêtez-le ou choisissez un autre port, par exemple PORT=${wanted + 1} npm start.`
      : `Les ports ${first} à ${last} sont tous pris. Choisissez-en un libre, par exemple PORT=8080 npm start.`,
  );
}

await runMain(main);
