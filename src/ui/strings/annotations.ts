import type { Ink } from '../../domain/annotation.ts';
import type { ErrorData } from '../../domain/errors.ts';
import { formatNumber, THIN_SPACE } from './format.ts';

/** Sentences of annotations. */
export const annotations = {
  intro:
    'Dessinez sur la carte, nommez, notez. Vos dessins restent dans cet onglet ; enregistrez-les en fichier pour les garder.',
  ink: 'Encre des prochains dessins',
  inks: {
    violet: 'Violet, trait plein',
    bleu: 'Bleu, tirets',
    vert: 'Vert, pointillés',
    orange: 'Orange, trait mixte',
    noir: 'Noir, longs tirets',
  } satisfies Record<Ink, string>,
  text: 'Un texte',
  textName: (number: number) => `Texte ${number}`,
  textHow: 'Posez le texte à l’endroit voulu, puis écrivez-le dans la liste.',
  details: 'Encre, note, zone autour',
  inkOf: 'Encre',
  note: 'Note',
  zone: 'Zone autour',
  distance: 'Distance',
  makeZone: 'Tracer la zone',
  zoneName: (name: string, metres: number) =>
    `${formatNumber(metres, 2)}${THIN_SPACE}m autour de ${name}`,
  zoneHelp:
    'Tout ce qui est à cette distance au plus, mesurée à plat ; les arrondis sont tracés par segments, jusqu’à 1,5 % en deçà.',
  files: 'Fichier',
  save: 'Enregistrer en GeoJSON',
  load: 'Ouvrir un GeoJSON…',
  loadLabel: 'Fichier de dessins (GeoJSON, en degrés)',
  loaded: (count: number) => `${count} ${count > 1 ? 'dessins ajoutés' : 'dessin ajouté'}.`,
  fileName: 'dessins-arpent.geojson',
  linked: 'Le lien de partage contient vos dessins annotés.',
  unlinked:
    'Vos dessins sont trop longs pour le lien de partage : enregistrez-les en fichier pour les transmettre.',
  unnamed: 'Dessin',
};

/** Why a file of drawings, or the distance of a zone, cannot be taken. */
export function annotationProblem({ context }: ErrorData): string {
  const { reason, found, wanted } = context;
  if (reason === 'annotation-crs') {
    return 'Ce fichier n’est pas en degrés (WGS 84, longitude puis latitude), comme le GeoJSON le veut : reprojetez-le, ou ouvrez-le dans « Données » comme couche temporaire.';
  }
  if (reason === 'annotation-none') {
    return Number(wanted) === 0
      ? 'Ce fichier ne contient aucun objet.'
      : `${Number(wanted) - Number(found)} objet(s) sur ${wanted} n’ont pas de géométrie que l’on puisse dessiner : rien n’a été ajouté. Corrigez le fichier, ou ouvrez-le comme couche temporaire.`;
  }
  if (reason === 'zone-distance') {
    return `La distance doit être un nombre de mètres entre 0 et ${formatNumber(Number(wanted), 0)}.`;
  }
  return 'Ce fichier n’est pas du GeoJSON lisible.';
}
