import type { Sentences } from './sentences.ts';

/** What readers and the chain itself tell. */
export const SOURCE_SENTENCES: Record<string, Sentences> = {
  'source.crs-guessed': {
    title: 'Système de coordonnées deviné',
    message: ({ crs }) =>
      `Le fichier ne dit pas son système de coordonnées ; d’après ses coordonnées, c’est ${crs}.`,
    repair: ({ crs }) => `Si c’est juste, précisez --crs ${crs} ; sinon, donnez le bon.`,
  },
  'source.crs-ignored': {
    title: 'Système demandé ignoré',
    message: ({ asked, crs }) =>
      `Le système demandé (${asked}) est ignoré : le fichier dit être en ${crs}.`,
    repair: 'Si le fichier se trompe, corrigez-le dans le logiciel SIG.',
  },
  'source.field-renamed': {
    title: 'Champs renommés',
    message: ({ from, to }) => `Le champ « ${from} » devient « ${to} » : ce nom était déjà pris.`,
    repair: null,
  },
  'source.heights-dropped': {
    title: 'Altitudes laissées de côté',
    message: () => 'Les altitudes et les mesures sont laissées de côté : la carte est plane.',
    repair: null,
  },
  'source.encoding-guessed': {
    title: 'Encodage deviné',
    message: ({ encoding }) =>
      `Le fichier ne dit pas son encodage ; d’après ses accents, c’est ${encoding}.`,
    repair: 'Si des accents sont abîmés, ajoutez un fichier .cpg qui nomme l’encodage.',
  },
  'source.geometry-unreadable': {
    title: 'Géométries illisibles',
    message: ({ reason }) => `La géométrie ne peut pas être lue : ${reason}.`,
    repair: 'Corrigez-la dans le logiciel SIG (outil « Réparer les géométries » de QGIS).',
  },
  'source.families-split': {
    title: 'Types de géométrie séparés',
    message: ({ layers }) =>
      `Le fichier mêle points, lignes et surfaces : il donne plusieurs couches (${layers}).`,
    repair: null,
  },
};
