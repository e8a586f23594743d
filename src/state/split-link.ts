import {
  linkError,
  shownToText,
  splitOnce,
  textToBasemap,
  textToShown,
  textToVersions,
  versionsToText,
} from './address-parts.ts';
import { SPLIT_KINDS, type Split } from './split.ts';

/** The second map as parts of a link: `volet=cote,0.5`, and where it is not as the first `volet-couches`, `volet-fond`, `volet-versions`. */
export function splitToParts({ kind, at, shown, basemap, versions }: Split): [string, string][] {
  const written = versionsToText(versions);
  return [
    ['volet', `${kind},${Math.round(at * 100) / 100}`],
    ...(shown ? [['volet-couches', shownToText(shown)] as [string, string]] : []),
    ...(basemap ? [['volet-fond', basemap] as [string, string]] : []),
    ...(written ? [['volet-versions', written] as [string, string]] : []),
  ];
}

/** What `splitToParts` wrote; `part` reads one part, null where it is not there or cannot be read. */
export function partsToSplit(
  part: <T>(name: string, parse: (text: string) => T) => T | null,
): Split | null {
  const hung = part('volet', textToCurtain);
  if (!hung) return null;
  return {
    ...hung,
    shown: part('volet-couches', textToShown),
    basemap: part('volet-fond', textToBasemap),
    versions: part('volet-versions', textToVersions) ?? {},
  };
}

function textToCurtain(text: string): Pick<Split, 'kind' | 'at'> {
  const [name = '', place = ''] = splitOnce(text, ',');
  const kind = SPLIT_KINDS.find((known) => known === name);
  const at = place === '' ? Number.NaN : Number(place);
  if (!kind || !(at >= 0 && at <= 1)) throw linkError('volet', `second map "${text}"`);
  return { kind, at };
}
