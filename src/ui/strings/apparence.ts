import type { Appearance } from '../../domain/basemap.ts';

/** The words of the choice of colours. */
export const apparence = {
  title: 'Apparence',
  names: {
    system: 'Selon l’appareil',
    light: 'Claire',
    dark: 'Sombre',
  } satisfies Record<Appearance, string>,
  toDark: 'Passer à l’apparence sombre',
  toLight: 'Passer à l’apparence claire',
  kept: 'Le choix vaut pour ce navigateur. La carte garde son fond : il se choisit dans l’outil Fonds.',
};
