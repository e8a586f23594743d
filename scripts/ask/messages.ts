import type { AppError, ErrorContext } from '../../src/domain/errors.ts';
import { nearestName } from '../../src/domain/nearest-name.ts';
import type { Progress } from '../../src/domain/progress.ts';
import { errorSentences } from '../../src/ui/strings/error-sentences.ts';
import { formatCount, formatDuration } from '../../src/ui/strings/format.ts';
import { optionSentence } from '../option-sentence.ts';
import type { UsageFault } from './arguments.ts';
import type { SavedAnswer } from './ask-saved.ts';

/** French sentences of the asking command: what happened, where, what to do. */

/** How the command is called. */
export const USAGE = `Poser une question aux couches d’un dossier :
  npm run ask -- --question FICHIER|- [--data DOSSIER] [--emit FORME]
  npm run ask -- --sql "SELECT …" [--data DOSSIER] [--emit csv|json]
  npm run ask -- --all [--data DOSSIER] [--json]
  npm run ask -- --saved q15 [--set commune=62119] [--data DOSSIER] [--json]
FICHIER est une question enregistrée (JSON) ; « - » la lit sur l’entrée standard.
DOSSIER contient catalogue.json et les fichiers qu’il nomme ; par défaut, public.
--all pose toutes les questions des thèmes, --saved une seule, dont --set choisit les paramètres.
FORME : ids (par défaut), csv, geojson, json, ou la question écrite pour un autre moteur : sql:postgis, sql:duckdb, sql:sedona.`;

/** The sentence of a wrong command line. */
export function usageSentence(fault: UsageFault): string {
  switch (fault.kind) {
    case 'help':
    case 'unknown-option':
    case 'missing-value':
      return optionSentence(fault, USAGE);
    case 'stray':
      return `« ${fault.word} » n’est pas attendu ici : une requête SQL se met entre guillemets.\n\n${USAGE}`;
    case 'nothing-asked':
      return `Il manque --question, --sql, --saved ou --all.\n\n${USAGE}`;
    case 'two-asked':
      return 'Une seule demande à la fois : --question, --sql, --saved ou --all.';
    case 'bad-set':
      return `--set s’écrit nom=valeur et va avec --saved ; « ${fault.set} » ne convient pas.`;
    case 'bad-emit':
      return `La forme « ${fault.emit} » n’existe pas ici. Formes possibles : ${fault.wanted.join(', ')}.`;
  }
}

/** The sentence of what could not be answered, with its place. */
export function failureSentence({ code, context }: AppError): string {
  const own = FAILURES[`${code}/${context.reason ?? ''}`] ?? FAILURES[code];
  if (own) return own(context);
  const { title, todo } = errorSentences[code](context);
  return `${title} ${todo}`;
}

/** The line that says how many were found. */
export function countLine(count: number): string {
  return `${NUMBER.format(count)} ${count < 2 ? 'ligne' : 'lignes'}`;
}

/** A saved question and what it gave, on one line: id, sentence, answer, time. */
export function answerLine({ id, sentence, reply, elapsedMs }: SavedAnswer): string {
  return [id, sentence, reply, formatDuration(elapsedMs)].join(' | ');
}

/** The line that ends a run of saved questions. */
export function summaryLine(answers: readonly SavedAnswer[]): string {
  const answered = answers.filter(({ status }) => status === 'answered');
  const others = answers.filter(({ status }) => status !== 'answered');
  const count = formatCount(answered.length, ['réponse', 'réponses']);
  if (others.length === 0) return count;
  const ids = others.map(({ id }) => id).join(', ');
  return `${count} ; ${formatCount(others.length, ['question', 'questions'])} sans réponse : ${ids}`;
}

/** What is said of an id that no saved question has, or of a library without any. */
export function noSuchQuestion(id: string | null, questions: readonly { id: string }[]): string {
  if (id === null || questions.length === 0) return 'La bibliothèque n’a aucune question.';
  const nearest = nearestName(
    id,
    questions.map((question) => question.id),
  );
  return `La question « ${id} » n’existe pas${nearest ? ` ; peut-être « ${nearest} »` : ''}.`;
}

/** What the engine is doing, on one line. */
export function progressLine({ phase, layer, done, total }: Progress): string {
  const share = total > 0 ? ` ${Math.round((100 * done) / total)} %` : '';
  return `${PHASES[phase]}${layer ? ` ${layer}` : ''}${share}`;
}

const PHASES: Record<Progress['phase'], string> = {
  download: 'Lecture',
  decode: 'Décodage',
  engine: 'Démarrage du moteur',
  index: 'Indexation',
  test: 'Comparaison avec',
};

const NUMBER = new Intl.NumberFormat('fr-FR');

/** `code/reason` or `code` → sentence, where the one on screen would not do. */
const FAILURES: Record<string, (context: ErrorContext) => string> = {
  'source-unreadable/absent': ({ source }) =>
    `« ${source} » ne peut pas être lu. Vérifiez son chemin et vos droits.`,
  'source-unreadable/json': brokenJson,
  'source-unreadable/data-json': brokenJson,
  'question-invalid': ({ path }) =>
    path
      ? `La question n’est pas valable : voyez « ${path} ».`
      : 'Ce n’est pas une question : il faut au moins « target » et « where ».',
  'layer-unknown': ({ layer, path }) =>
    `La couche « ${layer} »${at(path)} n’est pas dans le catalogue. Choisissez une couche de catalogue.json.`,
  'field-unknown': ({ field, layer, path }) =>
    `La couche « ${layer} » n’a pas de champ « ${field} »${at(path)}.`,
  'catalogue-missing': ({ folder }) =>
    `Le dossier « ${folder} » n’a pas de catalogue.json lisible. Donnez par --data un dossier préparé par npm start ou npm run publish.`,
  'catalogue-invalid': ({ folder, path }) =>
    `catalogue.json${folder ? ` de « ${folder} »` : ''} est mal formé${at(path)}. Publiez de nouveau ses couches.`,
  'library-missing': ({ folder }) =>
    `Le dossier « ${folder} » n’a pas de library.json lisible : npm start ou npm run demo le refait.`,
  'library-invalid': ({ file, path }) =>
    file
      ? `« ${file} » est mal formé${at(path)}. Corrigez-le, puis recommencez.`
      : `library.json est mal formé${at(path)}. Refaites-le par npm start ou npm run demo.`,
  'catalogue-version': ({ seen, wanted }) =>
    `catalogue.json est écrit pour une autre version d’Arpent (${seen}, attendue ${wanted}). Publiez de nouveau ses couches.`,
  'layer-invalid/insee': ({ layer, seen }) =>
    `La couche « ${layer} » : « ${seen} » n’est pas un code INSEE de commune. Publiez-la avec ce code pour clé.`,
  'layer-missing': ({ url }) =>
    `Le fichier « ${url} » ne peut pas être lu. Copiez-le à côté du catalogue, ou publiez de nouveau la couche.`,
  'layer-truncated': ({ url, seen, wanted }) =>
    `Le fichier « ${url} » n’a pas la taille que dit le catalogue (${seen} octets, attendus ${wanted ?? 'davantage'}). Publiez de nouveau la couche.`,
  'layer-invalid': ({ url }) =>
    `Le fichier « ${url} » n’est pas un GeoParquet lisible. Publiez de nouveau la couche.`,
};

function brokenJson({ source, line, column }: ErrorContext): string {
  return `« ${source} » : JSON mal formé à la ligne ${line}, colonne ${column}.`;
}

function at(path: ErrorContext[string] | undefined): string {
  return path ? ` (à « ${path} »)` : '';
}
