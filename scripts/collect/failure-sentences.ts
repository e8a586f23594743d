import type { AppError, ErrorContext } from '../../src/domain/errors.ts';
import { sizeOf } from '../french-counts.ts';
import { commandSentence } from '../publish/site-sentences.ts';

/** The French sentence of whatever stops a source or a run: what is wrong, where, what to do. */
export function failureSentence(error: AppError): string {
  const { code, context } = error;
  const sentence = SENTENCES[`${code}/${context.reason ?? ''}`] ?? SENTENCES[code];
  return sentence ? sentence(context) : commandSentence(error);
}

/** The host of an address, else the words that stand for it. */
export function hostOf({ url }: ErrorContext): string {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).host : 'la source';
}

const said = ({ excerpt }: ErrorContext) => (excerpt ? ` Elle dit : « ${excerpt} ».` : '');

/** The beginning of the address, which may be of a thousand letters: the report has the whole. */
function where({ url }: ErrorContext): string {
  if (!url) return '';
  const text = String(url);
  return ` (${text.length > MAX_ADDRESS ? `${text.slice(0, MAX_ADDRESS)}…` : text})`;
}

const MAX_ADDRESS = 120;

const ofLayer = ({ layer }: ErrorContext) => (layer ? ` de la couche « ${layer} »` : '');

function statusSentence(context: ErrorContext): string {
  const { status } = context;
  const host = hostOf(context);
  const asked = where(context);
  if (status === 429) {
    return `${host} refuse tant de demandes (429)${asked}. Recommencez dans une heure : ce qui est venu est gardé.`;
  }
  if (status === 401 || status === 403) {
    return `${host} refuse l’accès (${status})${asked}.${said(context)} Vérifiez le proxy, ou si la source demande maintenant une clé.`;
  }
  if (status === 404 || status === 410) {
    return `${host} n’a plus rien à cette adresse (${status})${asked}. La source a sans doute déménagé : corrigez son adresse dans data/sources/.`;
  }
  const isTheirs = Number(status) >= 500;
  return isTheirs
    ? `${host} est en panne (${status})${asked}.${said(context)} Recommencez plus tard : ce qui est venu est gardé.`
    : `${host} refuse la demande (${status})${asked}.${said(context)} Vérifiez l’adresse et les paramètres de sa recette dans data/sources/.`;
}

/** `code/reason` or `code` → sentence. */
const SENTENCES: Record<string, (context: ErrorContext) => string> = {
  'source-failed/status': statusSentence,
  'source-failed/network': (context) =>
    `${hostOf(context)} ne peut pas être joint${context.code ? ` (${context.code})` : ''}${where(context)}. Vérifiez le réseau et le proxy (HTTPS_PROXY), puis recommencez.`,
  'source-failed/timeout': (context) =>
    `${hostOf(context)} ne répond pas à temps${where(context)}. Recommencez plus tard : ce qui est venu est gardé.`,
  'source-failed/truncated': (context) =>
    `La réponse de ${hostOf(context)} est coupée${where(context)}. Recommencez : ce qui est venu est gardé.`,
  'source-failed/short': (context) =>
    `${hostOf(context)} annonce ${context.wanted} objets et en donne ${context.seen}${where(context)}. Redemandez tout : --refresh.`,
  'source-failed/changed': (context) =>
    `Le fichier a changé pendant qu’il était lu${where(context)}. Redemandez tout : --refresh.`,
  'source-failed/unindexed': (context) =>
    `Ce fichier ne dit pas où sont ses objets : le lire demanderait ${sizeOf(Number(context.bytes))}${where(context)}. Si vous l’acceptez, mettez "whole": true aux options de sa recette dans data/sources/.`,
  'source-failed/wrong-type': (context) =>
    `${hostOf(context)} a renvoyé autre chose que des données${where(context)}.${said(context)} C’est souvent la page d’un proxy ou d’un entretien : ouvrez l’adresse dans un navigateur, puis recommencez.`,
  'source-failed/redirects': (context) =>
    `${hostOf(context)} renvoie d’adresse en adresse sans fin${where(context)}. Ouvrez l’adresse dans un navigateur, et corrigez-la dans data/sources/ si elle a changé.`,
  'source-failed/schema': (context) =>
    `La source a changé de forme : « ${context.field} »${ofLayer(context)} manque ou n’est plus comme avant${context.place ? ` (${context.place})` : ''}${where(context)}. Corrigez sa recette dans data/sources/, ou attendez une mise à jour d’Arpent.`,
  'source-failed/outlines': ({ recipe }) =>
    `« ${recipe} » se demande par le contour des communes, qui n’est pas publié. Collectez d’abord les communes : npm run collect -- --only communes.`,
  'source-failed/endless': (context) =>
    `${hostOf(context)} annonce plus de ${context.limit} pages${where(context)} : c’est sans doute une erreur de la source. Recommencez plus tard.`,
  'source-failed/reader': ({ words }) =>
    `La réponse ne peut pas être lue (${words}). La source a sans doute changé de forme : vérifiez sa page, ou attendez une mise à jour d’Arpent.`,
  'source-failed': (context) =>
    `${hostOf(context)} n’a pas répondu comme prévu${where(context)}. Recommencez plus tard.`,
  'territory-unknown': ({ siren }) =>
    `« ${siren} » n’est pas dans la liste officielle des intercommunalités (EPCI à fiscalité propre). Vérifiez ce numéro SIREN, par exemple sur banatic.interieur.gouv.fr.`,
  'territory-unknown/other': ({ siren, served, name }) =>
    `Ce site est celui de ${name} (${served}), pas de ${siren}. Préparez d’abord l’autre territoire : npm run init -- --epci ${siren} --into NOM, à côté de celui-ci, ou --force, à sa place.`,
  'territory-unknown/folder': ({ folder }) =>
    `Il n’y a pas de territoire « ${folder} » dans data/territoires/ : npm run init -- --epci CODE --into ${folder} en fait un.`,
  'site-unwritable/collecting': ({ pid, host, since, path }) =>
    pid === null
      ? 'Une autre collecte de ce territoire est en cours. Recommencez quand elle sera finie.'
      : `Une autre collecte de ce territoire est en cours (processus ${pid} sur ${host}, depuis ${since}). Recommencez quand elle sera finie ; si elle n’existe plus, supprimez « ${path} ».`,
  'source-unreadable/recipe': ({ source, field }) =>
    `Recette « ${source} » (data/sources/) : « ${field} » manque ou n’a pas la bonne forme. Corrigez ce fichier.`,
  'source-unreadable/services': ({ source, field }) =>
    `${source} : « ${field} » manque ou n’a pas la bonne forme. Corrigez ce fichier.`,
  'source-unreadable/no-such-source': ({ name, near, names }) =>
    `Aucune source ni couche « ${name} »${near ? ` ; peut-être ${near}` : ''}. Sources connues : ${names}.`,
  'source-unreadable/layer-twice': ({ layer, first, second }) =>
    `« ${first} » et « ${second} » donnent toutes deux la couche « ${layer} ». Choisissez-en une avec --only, ou mettez "default": false dans l’autre recette.`,
};
