import { MAINTENANCE_NAMES } from '../../src/domain/nomenclature/maintenance-frequencies.ts';
import type { PrepareStep } from '../../src/publish/prepare.ts';
import { countOf, sizeOf } from '../french-counts.ts';
import { optionSentence } from '../option-sentence.ts';
import type { UsageFault } from './arguments.ts';
import type { LayerNews } from './layer-commit.ts';
import type { LayerOutcome, Outcome, PublicationListener } from './publish.ts';
import type { LockHolder } from './site-lock.ts';

/** French sentences of the publishing command: what happened, where, what to do. */

/** How the command is called. */
export const USAGE = `Publier une ou plusieurs couches :
  npm run publish -- FICHIER|DOSSIER|PUBLICATION… [--layer ID] [--title "…"] [--theme ID] [--crs EPSG:n]
Plusieurs fichiers font une seule livraison ; un dossier est lu en entier.

  --from TABLE      ne prendre que cette table        --accept     publier malgré les avertissements
  --keep COL,COL    garder des colonnes d’apparence   --dry-run    ne rien écrire, dire ce qui changerait
                    personnelle                       --json       répondre par un document JSON
  --out DOSSIER     publier dans un autre dossier     --issues F   écrire les problèmes (.geojson ou .csv)
  --territoire NOM  publier pour un territoire voisin du premier (npm run init -- --epci CODE --into NOM)

Pour décrire la couche : --abstract, --producer, --service, --maintenance "tous les ans", --contact NOM,
--contact-email, --contact-url, --licence, --date AAAA-MM-JJ, --lineage, --quality, --keywords "mot,mot",
--inspire CODE, --scale 1/2000, --standard, --key CHAMP, --title-field CHAMP, --noun "singulier,pluriel", --gender m|f.`;

/** The sentence of a wrong command line. */
export function usageSentence(fault: UsageFault): string {
  switch (fault.kind) {
    case 'help':
    case 'unknown-option':
    case 'missing-value':
      return optionSentence(fault, USAGE);
    case 'no-file':
      return `Il manque le fichier à publier.\n\n${USAGE}`;
    case 'bad-layer':
      return `« ${fault.id} » ne peut pas être un identifiant de couche : il commence par une minuscule sans accent, suivie de minuscules, de chiffres ou de tirets bas. Exemple : --layer zone_tampon.`;
    case 'bad-territory':
      return `«\u00a0${fault.folder}\u00a0» n’est pas le dossier d’un territoire\u00a0: npm run init -- --epci CODE --into NOM en fait un.`;
    case 'bad-crs':
      return `Le système de coordonnées « ${fault.crs} » n’est pas connu. Donnez son code, par exemple --crs EPSG:2154 (Lambert-93) ou --crs EPSG:3950 (CC50).`;
    case 'bad-date':
      return `« ${fault.date} » n’est pas une date : écrivez-la AAAA-MM-JJ, par exemple --date 2025-03-31.`;
    case 'bad-noun':
      return `« ${fault.noun} » : donnez le singulier et le pluriel séparés par une virgule, par exemple --noun "terril,terrils".`;
    case 'bad-gender':
      return `Le genre est m ou f, pas « ${fault.gender} ».`;
    case 'bad-maintenance':
      return `« ${fault.maintenance} » n’est pas un rythme de mise à jour. Choisissez parmi : ${Object.values(MAINTENANCE_NAMES).join(', ')}.`;
    case 'bad-inspire':
      return `« ${fault.code} » n’est pas le code d’un thème INSPIRE. Exemples : lu (usage des sols), nz (zones à risque naturel), cp (parcelles cadastrales).`;
    case 'bad-scale':
      return `« ${fault.scale} » n’est pas une échelle : écrivez --scale 1/2000.`;
    case 'bad-issues-file':
      return `Les problèmes s’écrivent dans un fichier .geojson ou .csv, pas dans « ${fault.file} ».`;
    case 'contact-without-name':
      return 'Donnez aussi le nom du contact, par exemple --contact "Service SIG".';
    case 'bad-theme':
      return `Le thème « ${fault.theme} » n’existe pas. Thèmes possibles : ${fault.themes.join(', ')}.`;
  }
}

/** One line of what became, or would become, of a layer. */
export function layerLine({ id, rows, warnings, written }: LayerOutcome): string {
  const facts = [
    countOf(rows, 'entité', 'entités'),
    ...(written ? [sizeOf(written.bytes)] : []),
    countOf(warnings, 'avertissement', 'avertissements'),
    ...(written && NEWS[written.news] ? [NEWS[written.news]] : []),
  ];
  return `${id} : ${facts.join(', ')}`;
}

const NEWS: Record<LayerNews, string> = {
  new: '',
  changed: '',
  metadata: 'données inchangées, description mise à jour',
  same: 'identique à ce qui est publié, rien à écrire',
};

/** What differs from the version that is served, one line; null when there is nothing to say. */
export function diffLine({ id, diff, written }: LayerOutcome): string | null {
  if (!diff || !written || written.news !== 'changed') return null;
  const moved = diff.changed.filter(({ isMoved }) => isMoved).length;
  const facts = [
    countOf(diff.added.length, 'ajoutée', 'ajoutées'),
    countOf(diff.removed.length, 'supprimée', 'supprimées'),
    countOf(moved, 'de géométrie modifiée', 'de géométrie modifiée'),
    countOf(diff.changed.length - moved, 'd’attributs modifiés', 'd’attributs modifiés'),
    countOf(diff.unchanged, 'inchangée', 'inchangées'),
  ];
  const fields = [
    ...diff.fieldsAdded.map((name) => `+ ${name}`),
    ...diff.fieldsRemoved.map((name) => `− ${name}`),
    ...diff.fieldsRetyped.map((name) => `${name} change de type`),
  ];
  const columns = fields.length > 0 ? ` ; champs : ${fields.join(', ')}` : '';
  const how = diff.key === null ? ' ; sans clé commune, rapprochées par leur géométrie' : '';
  return `${id}, par rapport à la version ${diff.from} : ${facts.join(', ')}${columns}${how}`;
}

/** What stopped a publication, or what a trial would do; null when it is simply done. */
export function outcomeSentence({ refusal, isWritten, layers }: Outcome, dryRun: boolean) {
  if (refusal?.kind === 'errors') {
    return `Rien n’est publié : ${countOf(refusal.count, 'erreur empêche', 'erreurs empêchent')} la publication. Corrigez les données, puis recommencez.`;
  }
  if (refusal) {
    return `Rien n’est publié : ${countOf(refusal.count, 'avertissement demande', 'avertissements demandent')} votre accord. Après lecture, publiez en ajoutant --accept.`;
  }
  if (dryRun) return 'Essai : rien n’a été écrit.';
  if (isWritten) return null;
  const all = layers.length > 1 ? 'Toutes les couches sont identiques' : 'La couche est identique';
  return `${all} à ce qui est publié : rien n’a été écrit.`;
}

/** Said after a publication that the pages of the communes, or the picture of the first map, do not know yet. */
export const PAGES_BEHIND =
  'Les pages des communes ou l’image de la première carte montrent encore la version d’avant : refaites-les par npm run pages.';

/** A progress line. */
export function stepLine({ step, name, done, total }: PrepareStep): string {
  const place = total > 1 ? ` (${done + 1} sur ${total})` : '';
  return `${STEPS[step]} ${name}${place}`;
}

const STEPS: Record<PrepareStep['step'], string> = {
  read: 'Lecture de',
  check: 'Contrôle de',
  write: 'Écriture de',
};

/** The sentence of what is worth knowing but stops nothing. */
export function noticeSentence({
  kind,
  name,
}: Parameters<NonNullable<PublicationListener['onNotice']>>[0]): string {
  switch (kind) {
    case 'link-skipped':
      return `Attention : le lien « ${name} » mène hors du dossier ; il n’est pas suivi.`;
    case 'layer-damaged':
      return `Attention : le fichier publié de la couche « ${name} » manque ou est abîmé ; les données nouvelles ne lui sont pas comparées.`;
    case 'history-damaged':
      return `Attention : l’historique de la couche « ${name} » manquait ou était abîmé ; un nouveau commence avec la version servie. Ce qui reste de l’ancien est gardé dans data/published/, et les fichiers de ses versions aussi tant qu’il y est.`;
  }
}

/** Said once while another publication goes on. */
export function waitSentence(holder: LockHolder | null): string {
  const who = holder ? ` (processus ${holder.pid} sur ${holder.host})` : '';
  return `Une autre publication est en cours${who} : j’attends qu’elle finisse…`;
}

/** Said when somebody pressed Ctrl-C. */
export const STOPPED = 'Arrêté : rien n’a été publié.';
