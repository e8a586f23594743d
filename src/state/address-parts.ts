import type { Basemap } from '../domain/basemap.ts';
import { AppError } from '../domain/errors.ts';
import type { Selection, ShownLayer, View } from './app-state.ts';

/*
 * The parts of an address as text, and back. Each throws `link-invalid`, with the part and the reason, for what it cannot read.
 */

/** `lng,lat,zoom`, in degrees to a metre. */
export function viewToText({ lng, lat, zoom }: View): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)},${zoom.toFixed(2)}`;
}

/** What `viewToText` wrote. */
export function textToView(text: string): View {
  const numbers = text.split(',').map(Number.parseFloat);
  const [lng, lat, zoom] = numbers;
  const isPlace =
    numbers.length === 3 &&
    numbers.every(Number.isFinite) &&
    Math.abs(lng as number) <= 180 &&
    Math.abs(lat as number) <= 85 &&
    (zoom as number) >= 0 &&
    (zoom as number) <= 24;
  if (!isPlace) throw linkError('vue', `view "${text}", wanted lng,lat,zoom`);
  return { lng: lng as number, lat: lat as number, zoom: zoom as number };
}

/** `id` or `id:opacity`, topmost first, parted by commas. */
export function shownToText(shown: ShownLayer[]): string {
  return shown
    .map(({ id, opacity }) => (opacity === 1 ? id : `${id}:${Math.round(opacity * 100) / 100}`))
    .join(',');
}

/** What `shownToText` wrote; a layer named twice is there once. */
export function textToShown(text: string): ShownLayer[] {
  const entries = text.split(',').filter((entry) => entry !== '');
  return [...new Map(entries.map((entry) => [entry.split(':')[0], entry])).values()].map(
    (entry) => {
      const [id = '', opacityText] = entry.split(':');
      const opacity = opacityText === undefined ? 1 : Number(opacityText);
      if (!(opacity >= 0 && opacity <= 1)) throw linkError('couches', `opacity in "${entry}"`);
      return { id, opacity };
    },
  );
}

/** The id of a basemap; whether the territory has one of that id is not known here. */
export function textToBasemap(text: string): Basemap {
  if (!/^[a-z][a-z0-9-]*$/.test(text)) throw linkError('fond', `basemap "${text}"`);
  return text;
}

/** Ids of what the base map is drawn without, parted by commas. */
export function textToBaseWithout(text: string): string[] {
  const ids = text.split(',');
  if (!ids.every((id) => /^[a-z][a-z0-9_]*$/.test(id))) throw linkError('sans', `"${text}"`);
  return ids;
}

/** A page of the guide, or a passage of it: `page.passage`. */
export function textToHelpPage(text: string): string {
  if (!/^[a-z_]+(\.[a-z_-]+)?$/.test(text)) throw linkError('page', `page of the guide "${text}"`);
  return text;
}

/** `layer/key`. */
export function textToSelection(text: string): Selection {
  const [layer, key] = splitOnce(text, '/');
  if (!layer || !key) throw linkError('objet', `feature "${text}", wanted layer/key`);
  return { layer, key };
}

/** `layer:version`, parted by commas. */
export function versionsToText(versions: Record<string, string>): string {
  return Object.entries(versions)
    .map(([id, version]) => `${id}:${version}`)
    .join(',');
}

/** What `versionsToText` wrote. */
export function textToVersions(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(',').map((entry) => {
      const [id, version] = entry.split(':');
      if (!id || !version) throw linkError('versions', `version "${entry}", wanted layer:version`);
      return [id, version];
    }),
  );
}

/** A text before and after the first separator; the second part is empty where there is none. */
export function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** The error of a part of a link that cannot be read. */
export function linkError(part: string, reason: string): AppError {
  return new AppError('link-invalid', `link: ${reason}`, { part, reason });
}
