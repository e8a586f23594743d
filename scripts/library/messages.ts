import type { AppError } from '../../src/domain/errors.ts';
import type { Library } from '../../src/domain/library.ts';
import { countOf } from '../french-counts.ts';
import type { LeftOut } from './follow-layers.ts';
import type { LibraryFault } from './library-fault.ts';

/** French sentences of the library's checks: file, place, what is wrong, and the nearest valid name. */

/** The sentence of a fault: `questions/15-retention.json, « ask.question.target » : la couche « parcelle » n’existe pas ; peut-être « parcelles ».` */
export function faultSentence(fault: LibraryFault): string {
  const { file, path, kind, nearest } = fault;
  const place = path ? `${file}, « ${path} »` : file;
  return `${place} : ${SENTENCES[kind](fault)}${nearest ? ` ; peut-être « ${nearest} »` : ''}.`;
}

/** What a build says that stops at faults: each on a line. */
export function faultsText(faults: readonly LibraryFault[]): string {
  const count = faults.length === 1 ? '1 faute' : `${faults.length} fautes`;
  return `Les couches, les thèmes, les questions ou les systèmes ont ${count} :\n${faults
    .map((fault) => `  ${faultSentence(fault)}`)
    .join('\n')}`;
}

/**
 * What a build says that an error has stopped: the faults of the library or of the layers, which its message lists, or the
 * file or the layer that will not do.
 */
export function failureText({ code, message, context }: AppError): string {
  const { source, reason, line, column, layer, field } = context;
  if (code === 'source-unreadable' && (reason === 'json' || reason === 'data-json')) {
    return `${source} : JSON mal formé à la ligne ${line}, colonne ${column}.`;
  }
  if (code === 'source-unreadable' && reason === 'absent') {
    return `${source} : ce fichier n’existe pas.`;
  }
  if (code === 'layer-invalid' && layer !== undefined) {
    const place = field === undefined ? '' : `, colonne « ${field} »`;
    return `La couche « ${layer} »${place} n’est pas conforme à layers/${layer}.json (${message}).`;
  }
  return message;
}

const SENTENCES: Record<LibraryFault['kind'], (fault: LibraryFault) => string> = {
  shape: ({ detail = '', value }) => {
    const wanted = SHAPES[detail] ?? detail.replace(/^"(\w+)"$/, 'la clé « $1 »');
    return `il faut ${wanted}${value ? `, et non ${SHAPES[value] ?? value}` : ''}`;
  },
  'unknown-key': ({ value }) => `la clé « ${value} » n’existe pas`,
  'unknown-value': ({ value }) => `la valeur « ${value} » n’est pas permise`,
  duplicate: ({ value }) => `l’identifiant « ${value} » est déjà pris`,
  document: ({ value }) => `le document « ${value} » n’existe pas`,
  theme: ({ value }) => `le thème « ${value} » n’existe pas`,
  layer: ({ value }) => `la couche « ${value} » n’existe pas`,
  field: ({ value, detail }) => `la couche « ${detail} » n’a pas de colonne « ${value} »`,
  code: ({ value, detail }) => `« ${value} » n’est pas un code de la colonne « ${detail} »`,
  commune: ({ value }) => `« ${value} » n’est le code d’aucune commune du territoire`,
  indicator: ({ value }) => `l’indicateur « ${value} » n’existe pas`,
  contradiction: ({ value }) => `la contradiction « ${value} » n’existe pas`,
  figure: ({ value }) => `« ${value} » n’est ni un indicateur ni une contradiction`,
  question: ({ value }) => `la question « ${value} » n’existe pas`,
  'question-invalid': ({ detail }) => `la question n’est pas valable (${detail})`,
  sql: ({ detail }) => `la requête ne va pas. ${detail}`,
  'parameter-undeclared': ({ value }) => `le paramètre « $${value} » n’est pas déclaré`,
  'parameter-unused': ({ value }) => `le paramètre « ${value} » ne sert nulle part`,
  column: ({ value }) => `la réponse n’a pas de colonne « ${value} »`,
  placeholder: ({ value }) => `« {${value}} » ne désigne rien dans la réponse`,
  braces: ({ value }) => `« ${value} » ne s’écrit pas ainsi entre accolades`,
  nothing: () => 'le système ne renvoie à aucune couche ni question',
};

/** French names of what a value is, by Valibot's. */
const SHAPES: Record<string, string> = {
  Object: 'un objet',
  Array: 'une liste',
  string: 'un texte',
  number: 'un nombre',
  boolean: 'un oui ou non',
  null: 'rien',
  'one of "question" and "sql"': 'soit « question », soit « sql »',
};

/** What a library that follows the layers holds, and what waits for layers; questions are named where they are few. */
export function followedSentence({ questions, systems }: Library, leftOut: LeftOut): string {
  const held = `Bibliothèque\u00a0: ${countOf(questions.length, 'question', 'questions')}, ${countOf(systems.length, 'système', 'systèmes')}.`;
  const ids = leftOut.questions;
  const named = ids.length > 0 && ids.length <= MOST_NAMED ? ` (${ids.join(', ')})` : '';
  const waiting = [
    ...(ids.length > 0 ? [`${countOf(ids.length, 'question', 'questions')}${named}`] : []),
    ...(leftOut.others > 0
      ? [
          countOf(
            leftOut.others,
            'autre élément (chiffres des communes, fiche parcelle, systèmes)',
            'autres éléments (chiffres des communes, fiche parcelle, systèmes)',
          ),
        ]
      : []),
  ];
  if (waiting.length === 0) return held;
  const verb = ids.length + leftOut.others === 1 ? 'attend' : 'attendent';
  return `${held} ${waiting.join(' et ')} ${verb} des couches ou des champs qui ne sont pas publiés.`;
}

/** More left out than so many are counted, not named. */
const MOST_NAMED = 20;

/** What is served is of another territory than the one that is described. */
export function otherServedText(served: { name: string; siren: string }, siren: string): string {
  return `Le dossier publié est encore celui de ${served.name} (${served.siren}), alors que data/territory.json décrit ${siren}. Lancez npm run init -- --epci ${siren} --force\u00a0: ce qui est publié sera gardé à côté.`;
}
