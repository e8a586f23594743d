import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { listTerritories, territoryPage, writeTerritoryPages } from './territory-pages.mjs';

/**
 * Serves and builds the territories beside the main one, over the one app: `NAME/` has its page where `public/NAME/` has a catalogue.
 */
export function territoryFolders(): Plugin {
  let folders = { publicDir: '', distDir: '' };
  return {
    name: 'arpent:territory-folders',
    // After the app's own files: the pages are made of them.
    enforce: 'post',
    configResolved({ root, publicDir, build }) {
      folders = { publicDir, distDir: resolve(root, build.outDir) };
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        try {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          const territories = await listTerritories(folders.publicDir);
          const own = territories.find(
            ({ folder }) => folder && [`/${folder}`, `/${folder}index.html`].includes(path),
          );
          if (path === '/territoires.json') {
            response.setHeader('Content-Type', 'application/json; charset=utf-8');
            response.end(JSON.stringify({ territories }));
          } else if (own) {
            const page = await server.transformIndexHtml('/', await readFile('index.html', 'utf8'));
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(territoryPage(page, own.folder.slice(0, -1)));
          } else next();
        } catch (error) {
          next(error);
        }
      });
    },
    writeBundle: () => writeTerritoryPages(folders),
  };
}
