import { type Change, changesOf } from '../../src/domain/change.ts';
import type { AppError, ErrorContext } from '../../src/domain/errors.ts';
import type { LayerDiff } from '../../src/domain/layer-diff.ts';
import { countOf, sizeOf } from '../french-counts.ts';
import { optionSentence } from '../option-sentence.ts';
import { commandSentence } from '../publish/site-sentences.ts';
import type { UsageFault } from './arguments.ts';
import type { ListedLayer, ListedVersion } from './list.ts';
import type { PrunedLayer } from './prune.ts';
import type { Rollback } from './rollback.ts';

/** French sentences of the command that keeps layers: what is there, what happened, what to do. */

/** How the command is called. */
export const USAGE = `Suivre les couches publiées :
  npm run layers -- list                        les couches, leur version
  npm run layers -- history ID                  les versions gardées d’une couche
  npm run layers -- diff ID [A] [B]             ce qui a changé [--all] [--geojson FICHIER]
  npm run layers -- rollback ID [VERSION]       servir de nouveau une version
  npm run layers -- prune [ID] --keep N|--before AAAA-MM-JJ [--yes]   supprimer d’anciennes versions
  npm run layers -- check [--service NOM] [--today AAAA-MM-JJ] [--all]    les couches en retard
Une version se désigne par ses premiers chiffres (3f2a) ou par sa date (2026-03-01, 2026-03-01T09:30, heure UTC).
Partout : --out DOSSIER (un autre dossier publié), --json.`;

/** The sentence of a wrong command line. */
export function usageSentence(fault: UsageFault): string {
  switch (fault.kind) {
    case 'help':
    case 'unknown-option':
    case 'missing-value':
      return optionSentence(fault, USAGE);
    case 'no-verb':
      return `Dites que faire.\n\n${USAGE}`;
    case 'unknown-verb':
      return `« ${fault.verb} » n’est pas une commande.\n\n${USAGE}`;
    case 'stray-option':
      return `L’option ${fault.option} ne va pas avec « ${fault.verb} ».\n\n${USAGE}`;
    case 'no-layer':
      return `Il manque l’identifiant de la couche, par exemple : npm run layers -- ${fault.verb} parcelles.`;
    case 'too-many-words':
      return `De trop : ${fault.words.join(' ')}.\n\n${USAGE}`;
    case 'bad-keep':
      return `« ${fault.keep} » n’est pas un nombre de versions : écrivez par exemple --keep 5.`;
    case 'bad-date':
      return `« ${fault.date} » n’est pas une date : écrivez-la AAAA-MM-JJ, par exemple 2026-01-01.`;
    case 'prune-what':
      return 'Dites quoi garder : --keep 5 (les cinq dernières versions), --before 2026-01-01 (celles publiées depuis cette date), ou les deux.';
  }
}

/** The sentence of whatever stops the command. */
export function failureLine(error: AppError): string {
  const sentence = VERSION_SENTENCES[`${error.code}/${error.context.reason ?? ''}`];
  return sentence ? sentence(error.context) : commandSentence(error);
}

const VERSION_SENTENCES: Record<string, (context: ErrorContext) => string> = {
  'version-pruned/unknown-version': ({ layer, version, names }) =>
    `La couche « ${layer} » n’a pas de version « ${version} ». Versions gardées : ${names}.`,
  'version-pruned/ambiguous-version': ({ layer, version, names }) =>
    `« ${version} » désigne plusieurs versions de la couche « ${layer} » (${names}). Donnez-en plus de chiffres.`,
  'version-pruned/only-one': ({ layer, version }) =>
    `La couche « ${layer} » n’a qu’une version (${version}) : il n’y a rien d’antérieur.`,
};

/** A line for each layer. */
export function layerLines(layers: readonly ListedLayer[]): string[] {
  return layers.map(({ id, version, rows, bytes, publishedAt, versions }) => {
    const facts = [
      `version ${version}`,
      countOf(rows, 'entité', 'entités'),
      sizeOf(bytes),
      publishedAt ? `publiée le ${moment(publishedAt)}` : 'territoire de démonstration',
      ...(versions > 1 ? [`${versions} versions`] : []),
    ];
    return `${id} : ${facts.join(', ')}`;
  });
}

/** A line for each version of a layer. */
export function versionLines(versions: readonly ListedVersion[]): string[] {
  return versions.map(
    ({ version, publishedAt, rows, bytes, accepted, isServed, isMetadataOnly }) => {
      const warnings = Object.values(accepted).reduce((sum, count) => sum + count, 0);
      const facts = [
        countOf(rows, 'entité', 'entités'),
        sizeOf(bytes),
        ...(warnings > 0
          ? [countOf(warnings, 'avertissement accepté', 'avertissements acceptés')]
          : []),
        ...(isMetadataOnly ? ['description seule'] : []),
        ...(isServed ? ['servie'] : []),
      ];
      return `${version}  ${moment(publishedAt)}  ${facts.join(', ')}`;
    },
  );
}

/** What differs between two versions: the counts, then which, the first `limit` of them. */
export function diffLines(diff: LayerDiff, limit: number): string[] {
  const changes = changesOf(diff);
  const rest = changes.length - limit;
  return [
    `${diff.layer}, de ${diff.from} à ${diff.to}`,
    ...(diff.key === null
      ? [
          'Sans clé commune aux deux versions, les entités sont rapprochées par leur géométrie, puis par leurs attributs ; leurs numéros sont ceux de leur version.',
        ]
      : []),
    ...COUNTS.map(({ kind, one, many }) => {
      const count = changes.filter((change) => change.kind === kind).length;
      return `  ${countOf(count, one, many)}`;
    }),
    `  ${countOf(diff.unchanged, 'inchangée', 'inchangées')}`,
    ...fieldLines(diff),
    ...changes.slice(0, limit).map(changeLine),
    ...(rest > 0
      ? [
          `… et ${countOf(rest, 'autre', 'autres')} : --all les donne toutes, --geojson FICHIER les met sur une carte.`,
        ]
      : []),
  ];
}

const COUNTS: { kind: Change['kind']; one: string; many: string }[] = [
  { kind: 'added', one: 'ajoutée', many: 'ajoutées' },
  { kind: 'removed', one: 'supprimée', many: 'supprimées' },
  { kind: 'moved', one: 'de géométrie modifiée', many: 'de géométrie modifiée' },
  { kind: 'edited', one: 'd’attributs modifiés seulement', many: 'd’attributs modifiés seulement' },
];

function fieldLines({ fieldsAdded, fieldsRemoved, fieldsRetyped }: LayerDiff): string[] {
  const lines: [string, string[]][] = [
    ['Champs ajoutés', fieldsAdded],
    ['Champs supprimés', fieldsRemoved],
    ['Champs dont le type a changé', fieldsRetyped],
  ];
  return lines.flatMap(([what, names]) =>
    names.length > 0 ? [`${what} : ${names.join(', ')}`] : [],
  );
}

/** Keys are data: they may not write on the terminal. */
function changeLine({ kind, key, fields }: Change): string {
  const name = key.replace(/\p{Cc}/gu, ' ') || '(sans clé)';
  const detail = fields.length > 0 ? ` (${fields.join(', ')})` : '';
  return `${SIGNS[kind]} ${name}${detail}`;
}

const SIGNS: Record<Change['kind'], string> = {
  added: '+',
  removed: '−',
  moved: '◊ géométrie',
  edited: '~',
};

/** What a rollback did. */
export function rollbackLine({ from, to, publishedAt, isWritten }: Rollback): string {
  const which = `${to.file.version}, publiée le ${moment(publishedAt)}`;
  if (!isWritten) return `${to.id} : cette version (${which}) est déjà servie, rien n’a changé.`;
  return `${to.id} : version ${which}, servie de nouveau (${countOf(to.file.rows, 'entité', 'entités')} ; avant : ${from.file.version}).`;
}

/** What a pruning removed, or would remove. */
export function pruneLines(pruned: readonly PrunedLayer[], isDone: boolean): string[] {
  if (pruned.length === 0) return ['Aucune version à supprimer.'];
  const lines = pruned.map(
    ({ id, removed, bytes }) =>
      `${id} : ${countOf(removed.length, 'version', 'versions')} (${removed.join(', ')}), ${sizeOf(bytes)}`,
  );
  if (isDone) return [...lines, 'Ces versions sont supprimées.'];
  return [
    ...lines,
    'Les liens et les questions enregistrées qui citent ces versions ne pourront plus les ouvrir.',
    'Rien n’est encore supprimé : ajoutez --yes pour le faire.',
  ];
}

/** "21/11/2026 10:13" in UTC. */
function moment(iso: string): string {
  const [day = '', time = ''] = iso.split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)} UTC`;
}

/** What the GeoJSON of a comparison says of each feature: what became of it, and when it was so. */
export const DIFF_WORDS = {
  added: 'ajoutée',
  removed: 'supprimée',
  moved: 'géométrie modifiée',
  edited: 'attributs modifiés',
  before: 'avant',
  after: 'après',
} as const;

/** The table of freshness: its headings, and what stands where nothing is known. */
export const FRESHNESS_WORDS = {
  headings: ['Couche', 'Service', 'Données du', 'Mise à jour', 'Attendue le', 'Retard'],
  unknownPeriod: 'fréquence inconnue',
  noDeadline: 'sans échéance',
  fresh: 'à jour',
  late: (days: number) => countOf(days, 'jour', 'jours'),
} as const;

/** How many layers are late, fresh and without a deadline, one sentence. */
export function freshnessSummary(counts: { overdue: number; fresh: number; open: number }): string {
  const [overdue, fresh, open] = [counts.overdue, counts.fresh, counts.open].map((count) =>
    countOf(count, 'couche', 'couches'),
  );
  const others = `${fresh} à jour, ${open} sans échéance.`;
  return counts.overdue === 0
    ? `Aucune couche en retard : ${others}`
    : `${overdue} en retard, ${others}`;
}
