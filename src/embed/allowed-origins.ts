import type { Territory } from '../domain/catalogue.ts';

/**
 * Whether pages of an origin may talk to the atlas: those of its own, and those that the territory names (`embed.origins` in
 * `territory.json`). `null`, the origin of sandboxed frames and files, is nobody's.
 */
export function isAllowed(
  origin: string,
  own: string,
  { embed }: Pick<Territory, 'embed'>,
): boolean {
  if (origin === 'null' || origin === '') return false;
  return origin === own || (embed?.origins.includes(origin) ?? false);
}

/** The origin of the page that holds the frame, as far as the browser tells it; null where it does not. */
export function pageOrigin(frame: {
  location: { ancestorOrigins?: ArrayLike<string> };
  document: { referrer: string };
}): string | null {
  const [nearest] = Array.from(frame.location.ancestorOrigins ?? []);
  if (nearest) return nearest;
  return URL.canParse(frame.document.referrer) ? new URL(frame.document.referrer).origin : null;
}
