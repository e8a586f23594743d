import type { FaultReason } from '../../domain/geometry-fault.ts';

/** What is wrong with a geometry, in words that stand alone or after a colon. */
export const faultReasons: Record<FaultReason, string> = {
  truncated: 'données coupées avant la fin de la géométrie',
  'unknown-type': 'type de géométrie qui n’est pas lu (collection ou courbe)',
  'mixed-types': 'types de géométrie mêlés',
  'wrong-depth': 'coordonnées mal emboîtées',
  'not-finite': 'coordonnée absente ou infinie',
  'open-ring': 'contour non fermé',
  'too-few-points': 'trop peu de sommets',
  'self-intersection': 'contours qui se croisent',
  'ring-self-intersection': 'contour qui se touche ou se recoupe',
  'hole-outside': 'trou hors du contour',
  'nested-holes': 'trou dans un trou',
  'nested-shells': 'contour dans un autre contour',
  'duplicate-rings': 'contour répété',
  'disconnected-interior': 'intérieur coupé en plusieurs morceaux',
  other: 'géométrie non valide',
};
