import type { Layer } from '../../domain/layer.ts';
import type { MatchReason } from '../../domain/search-layers.ts';
import { isLarge } from '../../domain/style/large-layer.ts';
import { formatBytes, formatCount, isSpelling, NO_BREAK_SPACE } from './format.ts';

/** Sentences of the catalogue of layers. */
export const catalogue = {
  title: 'Catalogue',
  loading: 'Ouverture du catalogue…',
  found: (count: number, total: number) =>
    `${formatCount(count, ['couche trouvée', 'couches trouvées'])} sur ${total}`,
  mapsFound: (count: number) => formatCount(count, ['carte prête', 'cartes prêtes']),
  more: (count: number) =>
    `et ${formatCount(count, ['autre correspondance', 'autres correspondances'])}`,
  places: 'Objets de ce nom',
  morePlaces: 'Pour d’autres lieux, cherchez dans le champ au-dessus de la carte.',
  searchFailed:
    'Les noms d’objets n’ont pas pu être cherchés ; les couches trouvées restent justes.',
  views: {
    label: 'Parties du catalogue',
    themes: 'Thèmes',
    favourites: 'Favoris',
    maps: 'Cartes',
  },
  favourite: (title: string) => `Couche favorite : ${title}`,
  noFavourites: 'Aucune couche favorite. L’étoile d’une couche la garde ici, dans ce navigateur.',
  showAll: (size: string) => (size ? `Tout afficher (${size} à lire)` : 'Tout afficher'),
  hideTheme: 'Tout masquer',
  ofTheme: (title: string) => `, ${title}`,
  only: 'Ne montrer que cette couche',
  zoom: 'Cadrer la carte',
  mapsReady: 'Cartes prêtes',
  mapsOwn: 'Mes cartes',
  ownHelp:
    'Gardées dans ce navigateur, pour ce territoire. Le lien d’une carte la donne à d’autres.',
  noOwn: 'Aucune carte enregistrée.',
  unread: (count: number) =>
    `${formatCount(count, ['carte n’a pas pu être lue', 'cartes n’ont pas pu être lues'])} : d’une autre version de l’atlas, ou abîmée.`,
  saveName: 'Nom de la carte affichée',
  save: 'Enregistrer',
  saveNeedsName: 'Donnez un nom à la carte.',
  saved: (name: string) => `Carte « ${name} » enregistrée.`,
  restored: (name: string) => `Carte « ${name} » rétablie.`,
  savedHere: (name: string) =>
    `Carte « ${name} » gardée dans cette page seulement : le navigateur ne l’enregistre pas. Copiez son lien pour la retrouver.`,
  copy: (name: string) => `Copier le lien de la carte ${name}`,
  copied: 'Lien copié.',
  copyRefused: (url: string) => `Le navigateur refuse la copie. Le lien : ${url}`,
  delete: (name: string) => `Supprimer la carte ${name}`,
  deleted: (name: string) => `Carte « ${name} » supprimée.`,
  undo: 'Annuler',
  isShown: 'affichée',
  opened: (title: string) => `Carte « ${title} » affichée.`,
};

/** What a layer holds and what reading it costs: `2 243 zones · 748 ko`; a large one is never read whole, and says so. */
export function costText(layer: Layer): string {
  const { rows, bytes } = layer.file;
  const cost = isLarge(layer) ? `${formatBytes(bytes)} lus au fil de la carte` : formatBytes(bytes);
  return `${formatCount(rows, layer.noun)}${NO_BREAK_SPACE}· ${cost}`;
}

/** What to know before a layer is turned on that takes long to read; null for one that does not. */
export function heavyText(layer: Layer): string | null {
  const { bytes } = layer.file;
  return bytes < HEAVY_BYTES || isLarge(layer) ? null : `${formatBytes(bytes)} à lire`;
}

/** Size from which a layer says before that reading it takes long. */
const HEAVY_BYTES = 5_000_000;

/** Why a layer was found: what kind of text it is that holds the words, and the text. */
export function reasonText(reason: MatchReason): { lead: string; text: string } {
  if (reason.kind === 'field') {
    const { name, label } = reason.field;
    return { lead: 'champ', text: `${name} (${label})` };
  }
  if (reason.kind === 'code') {
    const { code, meaning, field } = reason;
    const text = isSpelling(code, meaning) ? meaning : `${code}${NO_BREAK_SPACE}: ${meaning}`;
    return { lead: field.label, text: `«${NO_BREAK_SPACE}${text}${NO_BREAK_SPACE}»` };
  }
  return { lead: LEADS[reason.kind], text: reason.text };
}

const LEADS = {
  title: 'titre',
  keyword: 'mot-clé',
  class: 'légende',
  theme: 'thème',
  abstract: 'résumé',
  producer: 'producteur',
  id: 'identifiant',
};

/** The part of a long text around its first marked word, in whole words, so that it stands on two lines. */
export function excerptOf(text: string, at: number): string {
  if (text.length <= EXCERPT_CHARS) return text;
  const from = at < EXCERPT_CHARS / 2 ? 0 : text.indexOf(' ', at - EXCERPT_CHARS / 2) + 1;
  const end = text.lastIndexOf(' ', from + EXCERPT_CHARS);
  const to = from + EXCERPT_CHARS >= text.length || end <= from ? text.length : end;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}

const EXCERPT_CHARS = 110;
