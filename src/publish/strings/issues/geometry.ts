import type { Sentences } from './sentences.ts';

/** What the rules on geometry tell. */
export const GEOMETRY_SENTENCES: Record<string, Sentences> = {
  'geometry.empty': {
    title: 'Entités sans géométrie',
    message: () =>
      'L’entité n’a pas de géométrie : elle est gardée mais ne se voit pas sur la carte.',
    repair: 'Dessinez-la, ou retirez-la si elle est de trop.',
  },
};
