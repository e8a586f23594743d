import italicUrl from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-italic.woff2?url';
import uprightUrl from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url';
import { MAP_FONTS } from './map-fonts.ts';

/**
 * Loads the faces of the map's names; resolves when they can be drawn, or when they cannot be had: names then fall
 * back to the reader's own sans serif.
 */
export async function loadMapFonts(): Promise<void> {
  const faces = [
    new FontFace(MAP_FONTS.regular, `url(${uprightUrl})`, { weight: '200 900' }),
    new FontFace(MAP_FONTS.semibold, `url(${uprightUrl})`, { weight: '200 900' }),
    new FontFace(MAP_FONTS.italic, `url(${italicUrl})`, { weight: '200 900', style: 'italic' }),
  ];
  const loaded = await Promise.allSettled(faces.map((face) => face.load()));
  for (const result of loaded) {
    if (result.status === 'fulfilled') document.fonts.add(result.value);
  }
}
