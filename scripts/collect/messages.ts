import type { Issue } from '../../src/publish/issue.ts';
import { issueLines } from '../../src/publish/report/issue-lines.ts';
import { countOf, sizeOf } from '../french-counts.ts';
import { optionSentence } from '../option-sentence.ts';
import { diffLine } from '../publish/messages.ts';
import type { Refusal } from '../publish/refusal.ts';
import type { LockHolder } from '../publish/site-lock.ts';
import type { UsageFault } from './arguments.ts';
import type { PlannedSource } from './plan.ts';
import type { Recipe } from './recipe.ts';
import type { CollectReport } from './report.ts';
import type { SourceOutcome } from './source-outcome.ts';
import type { MadeLayer } from './source-reader.ts';

/** French sentences of the collecting command: what comes, what happened, what to do. What failed is in `failure-sentences.ts`. */

/** How the command is called. */
export const USAGE = `Collecter les données officielles d’une intercommunalité, et les publier :
  npm run collect -- [--epci SIREN] [--only ID,ID]

  --epci SIREN      l’intercommunalité (par défaut, celle de data/territory.json)
  --territoire NOM  le territoire de data/territoires/NOM/, à côté du premier
  --only ID,ID      seulement ces sources ou ces couches
  --dry-run         dire ce qui serait demandé, sans rien demander ni écrire
  --refresh         redemander aussi ce qui est encore frais (rien n’est renvoyé si rien n’a changé)
  --accept          publier malgré des avertissements que personne n’a admis
  --out DOSSIER     publier dans un autre dossier
  --json            répondre par un document JSON
  --report FICHIER  écrire le compte rendu (.json ou .md)

Ctrl-C arrête proprement ; la commande suivante reprend où celle-ci en était.`;

/** The sentence of a wrong command line. */
export function usageSentence(fault: UsageFault): string {
  switch (fault.kind) {
    case 'help':
    case 'unknown-option':
    case 'missing-value':
      return optionSentence(fault, USAGE);
    case 'stray-words':
      return `De trop : ${fault.words.join(' ')}.\n\n${USAGE}`;
    case 'bad-siren':
      return `« ${fault.siren} » n’est pas un numéro SIREN : il a neuf chiffres, par exemple --epci 200072460.`;
    case 'bad-report':
      return `Le compte rendu s’écrit dans un fichier .json ou .md, pas dans « ${fault.file} ».`;
    case 'nothing-chosen':
      return 'Donnez au moins une source ou une couche après --only, par exemple --only communes,qpv.';
  }
}

/** Where the rows of a layer come from: source, day of the answer, how many there were and how many were kept. `day` is `YYYY-MM-DD`. */
export function originSentences({ read, kept }: MadeLayer, recipe: Recipe, day: string): string {
  const { title, producer } = recipe;
  const rows = `${countOf(read, 'objet lu', 'objets lus')}, ${countOf(kept, 'gardé', 'gardés')} pour le territoire`;
  return `Source : ${title}, ${producer} ; réponse du ${dayOf(day)} : ${rows}.`;
}

/** Of a layer for which nothing came. `simulated`: whether what is served is made up; null where nothing is served. */
export function emptyLayerNote({ layer, read }: MadeLayer, simulated: boolean | null): string {
  const why =
    read > 0
      ? `aucun des ${countOf(read, 'objet renvoyé', 'objets renvoyés')} n’est dans le territoire`
      : 'aucune donnée renvoyée pour ce territoire';
  const served =
    simulated === null
      ? 'La couche n’est pas publiée : ce n’est pas une preuve d’absence.'
      : `La couche servie reste${simulated ? ', simulée' : ' celle d’avant'} : ce n’est pas une preuve d’absence.`;
  return `« ${layer.id} » : ${why}. ${served}`;
}

/** Why layers were refused, and their first issues. */
export function refusalSentence({ kind, count }: Refusal, issues: readonly Issue[]): string {
  const stopping = issues.filter(
    ({ severity }) => severity === (kind === 'errors' ? 'error' : 'warning'),
  );
  const lines = issueLines(stopping).slice(0, MAX_ISSUE_LINES);
  const why =
    kind === 'errors'
      ? `Couches refusées : ${countOf(count, 'erreur empêche', 'erreurs empêchent')} leur publication.`
      : `Couches refusées : ${countOf(count, 'avertissement demande', 'avertissements demandent')} votre accord. Après lecture, recommencez avec --accept.`;
  return [why, ...lines].join('\n  ');
}

const MAX_ISSUE_LINES = 12;

/** The lines of `--dry-run`: one a request, then the total. */
export function planLines(planned: readonly PlannedSource[]): string[] {
  const lines = planned.flatMap(({ recipe, requests }) => {
    const layers = recipe.layers.map(({ id }) => id).join(', ');
    return requests.map(({ url, subject, expectedBytes }) => {
      const size =
        expectedBytes === undefined ? 'taille inconnue' : `environ ${sizeOf(expectedBytes)}`;
      return `${url}  →  ${layers} (${subject}), ${size}`;
    });
  });
  const requests = planned.flatMap((source) => source.requests);
  const bytes = requests.reduce((sum, { expectedBytes = 0 }) => sum + expectedBytes, 0);
  const unknown = requests.filter(({ expectedBytes }) => expectedBytes === undefined).length;
  const more = planned.filter(({ hasMore }) => hasMore).length;
  const facts = [
    countOf(planned.length, 'source', 'sources'),
    countOf(requests.length, 'demande', 'demandes'),
    `environ ${sizeOf(bytes)}${unknown > 0 ? ` sans ${countOf(unknown, 'demande', 'demandes')} de taille inconnue` : ''}`,
  ];
  const rest =
    more > 0
      ? `\nSelon les réponses, d’autres demandes suivront (${countOf(more, 'source', 'sources')}).`
      : '';
  return [
    ...lines,
    `Au total : ${facts.join(', ')}.${rest}\nEssai : rien n’a été demandé, rien n’a été écrit.`,
  ];
}

/** The lines of a source that has ended. */
export function outcomeLines(outcome: SourceOutcome, notes: readonly string[]): string[] {
  const { recipe, state, layers, fetched, published } = outcome;
  const came = fetched.bytes > 0 ? `, ${sizeOf(fetched.bytes)} reçus` : '';
  const lines = [`${recipe.id} : ${STATES[state]}${came}`];
  for (const { id, read, kept, version, warnings } of state === 'failed' ? [] : layers) {
    const facts = [
      `${countOf(read, 'objet lu', 'objets lus')}, ${countOf(kept, 'gardé', 'gardés')}`,
      ...(version ? [`version ${version}`] : []),
      ...(warnings > 0 ? [countOf(warnings, 'avertissement admis', 'avertissements admis')] : []),
    ];
    lines.push(`  ${id} : ${facts.join(', ')}`);
  }
  for (const layer of published?.layers ?? []) {
    const line = published?.refusal || layer.replacesSimulated ? null : diffLine(layer);
    if (line) lines.push(`  ${line}`);
  }
  return [...lines, ...notes.map((note) => `  ${note}`)];
}

/** What a state of a source is called. */
export const STATES: Record<SourceOutcome['state'], string> = {
  published: 'publié',
  same: 'rien de nouveau',
  empty: 'aucune donnée renvoyée',
  failed: 'échec, ce qui était servi reste',
};

/** What a run has come to, one sentence. */
export function totalSentence({ totals }: CollectReport): string {
  const { sources, published, same, empty, failed, bytes, kept } = totals;
  const facts = [
    `${published} publiée${published > 1 ? 's' : ''}`,
    `${same} sans rien de nouveau`,
    `${empty} sans donnée`,
    `${failed} en échec`,
  ];
  return `${countOf(sources, 'source', 'sources')} : ${facts.join(', ')} ; ${sizeOf(bytes)} reçus, ${countOf(kept, 'objet', 'objets')} dans le territoire.`;
}

/** Said once when no source at all could be reached. */
export const NO_NETWORK =
  'Aucune source n’a pu être jointe : pas de réseau, ou un proxy qu’il faut indiquer (HTTPS_PROXY). Ce qui est servi reste en place. Vérifiez la connexion, puis recommencez.';

/** Said once of a host that could not be reached, where others could. */
export function unreachedSentence(host: string, sources: string, code: unknown): string {
  const why = code ? ` (${code})` : '';
  return `${host} ne peut pas être joint${why} : ${sources}. Vérifiez le réseau et le proxy (HTTPS_PROXY), puis recommencez.`;
}

/** Said when somebody pressed Ctrl-C. */
export const STOPPED =
  'Arrêté. Les sources déjà publiées le restent ; la prochaine commande reprendra où celle-ci en était.';

/** The line of progress: how much of all, what is being asked for. */
export function progressLine(facts: {
  bytes: number;
  expectedBytes: number | null;
  done: number;
  parts: number;
  source: string;
  sourceShare: number;
  subject: string;
  remainingMs: number | null;
  wait: { waitMs: number; why: string } | null;
}): string {
  const { bytes, expectedBytes, done, parts, source, sourceShare, subject, remainingMs, wait } =
    facts;
  const of = expectedBytes === null ? '' : ` sur ${sizeOf(expectedBytes)}`;
  const left = remainingMs === null ? '' : `, encore ${durationOf(remainingMs)}`;
  const again = wait
    ? `, nouvel essai dans ${durationOf(wait.waitMs)} (${WAITS[wait.why] ?? wait.why})`
    : '';
  const share = Math.floor(sourceShare * 100);
  return `${sizeOf(bytes)}${of}, ${countOf(done, 'demande', 'demandes')} sur ${parts}${left} · ${source} ${share} % : ${subject}${again}`;
}

/** Why a request is tried again; else the status that was answered. */
const WAITS: Record<string, string> = {
  network: 'connexion',
  timeout: 'pas de réponse',
  truncated: 'réponse coupée',
  'wrong-type': 'réponse d’un autre type',
};

/** Said once while a publication that somebody else began goes on. */
export function waitSentence(holder: LockHolder | null): string {
  const who = holder ? ` (processus ${holder.pid} sur ${holder.host})` : '';
  return `Une publication est en cours${who} : j’attends qu’elle finisse…`;
}

/** `YYYY-MM-DD` in words: "21 novembre 2026". */
export function dayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return DAY.format(date).replace(/^1 /, '1er ');
}

const DAY = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function durationOf(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
