import { formatMoment } from './format.ts';

/** What is said of a layer that is shown in an older version. */
export const pastVersion = {
  shown: (iso: string, title: string) =>
    `Vous regardez la version du ${formatMoment(iso)} de « ${title} ».`,
  current: 'Voir la version actuelle',
};
