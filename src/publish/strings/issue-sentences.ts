import type { Finding, IssueFacts } from '../issue.ts';

/** The two sentences of a rule: what is wrong, and what could be done. */
interface Sentences {
  message(facts: IssueFacts, finding: Finding): string;
  repair: string | ((facts: IssueFacts, finding: Finding) => string) | null;
}

/** What is wrong, one French sentence. */
export function messageOf(finding: Finding): string {
  return sentencesOf(finding).message(finding.facts, finding);
}

/** What could be done, one French sentence; null when there is nothing to do. */
export function repairOf(finding: Finding): string | null {
  const { repair } = sentencesOf(finding);
  return typeof repair === 'function' ? repair(finding.facts, finding) : repair;
}

function sentencesOf({ rule }: Finding): Sentences {
  const sentences = SENTENCES[rule];
  if (!sentences) throw new Error(`no sentence for ${rule}`);
  return sentences;
}

/** Rule → its sentences. */
const SENTENCES: Record<string, Sentences> = {
  'source.crs-guessed': {
    message: ({ crs }) =>
      `Le fichier ne dit pas son système de coordonnées ; d’après ses coordonnées, c’est ${crs}.`,
    repair: ({ crs }) => `Si c’est juste, précisez --crs ${crs} ; sinon, donnez le bon.`,
  },
  'source.crs-ignored': {
    message: ({ asked, crs }) =>
      `Le système demandé (${asked}) est ignoré : le fichier dit être en ${crs}.`,
    repair: 'Si le fichier se trompe, corrigez-le dans le logiciel SIG.',
  },
  'source.field-renamed': {
    message: ({ from, to }) => `Le champ « ${from} » devient « ${to} » : ce nom était déjà pris.`,
    repair: null,
  },
  'source.heights-dropped': {
    message: () => 'Les altitudes et les mesures sont laissées de côté : la carte est plane.',
    repair: null,
  },
  'source.encoding-guessed': {
    message: ({ encoding }) =>
      `Le fichier ne dit pas son encodage ; d’après ses accents, c’est ${encoding}.`,
    repair: 'Si des accents sont abîmés, ajoutez un fichier .cpg qui nomme l’encodage.',
  },
  'source.geometry-unreadable': {
    message: ({ reason }) => `La géométrie ne peut pas être lue : ${reason}.`,
    repair: 'Corrigez-la dans le logiciel SIG (outil « Réparer les géométries » de QGIS).',
  },
  'source.families-split': {
    message: ({ layers }) =>
      `Le fichier mêle points, lignes et surfaces : il donne plusieurs couches (${layers}).`,
    repair: null,
  },
  'geometry.empty': {
    message: () =>
      'L’entité n’a pas de géométrie : elle est gardée mais ne se voit pas sur la carte.',
    repair: 'Dessinez-la, ou retirez-la si elle est de trop.',
  },
};
