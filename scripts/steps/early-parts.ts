import type { Plugin } from 'vite';

/**
 * Names the code of the map in the head of the page, which its first script asks for at once: the browser fetches and reads it beside that
 * script, not after it. The catalogue is not named: what is fetched early may be an old copy, and the page wants the one of now.
 */
export function earlyParts(): Plugin {
  return {
    name: 'arpent:early-parts',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((part) => part.type === 'chunk');
        const map = chunks.find(({ name }) => name === MAP_CHUNK);
        if (!map) return [];
        return [map.fileName, ...map.imports]
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

const MAP_CHUNK = 'create-map';
