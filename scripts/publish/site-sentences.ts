import type { AppError, ErrorContext } from '../../src/domain/errors.ts';
import { failureSentence } from '../../src/publish/strings/failure-sentence.ts';

/** The French sentence of whatever stops a command that writes or reads the site. */
export function commandSentence(error: AppError): string {
  const { code, context } = error;
  const sentence = SENTENCES[`${code}/${context.reason ?? ''}`] ?? SENTENCES[code];
  if (!sentence) return failureSentence(error);
  const text = sentence(context);
  return context.isPublished ? text.replace(` ${KEPT}`, '') + PUBLISHED : text;
}

/** What follows when the failure came after the point that decides. */
const PUBLISHED =
  ' Ce qui devait l’être est publié : il ne reste que du rangement, que la prochaine commande finira.';

const KEPT = 'Ce qui est publié reste en place.';

const SENTENCES: Record<string, (context: ErrorContext) => string> = {
  'site-unwritable': ({ path, reason }) =>
    `« ${path} » ne peut pas être écrit (${reason}). ${KEPT} Vérifiez le disque, puis recommencez.`,
  'site-unwritable/no-space': ({ path }) =>
    `Le disque est plein, ou votre quota est atteint : « ${path} » n’a pas pu être écrit. ${KEPT} Libérez de la place (npm run layers -- prune), puis recommencez.`,
  'site-unwritable/read-only': ({ path }) =>
    `« ${path} » est sur un disque en lecture seule. ${KEPT} Choisissez un autre dossier avec --out, ou rendez celui-ci modifiable.`,
  'site-unwritable/denied': ({ path }) =>
    `Vous n’avez pas le droit d’écrire « ${path} ». ${KEPT} Demandez ce droit, ou choisissez un autre dossier avec --out.`,
  'site-unwritable/name-too-long': ({ path }) =>
    `Le nom « ${path} » est trop long pour ce disque. ${KEPT} Choisissez un identifiant plus court avec --layer.`,
  'site-unwritable/not-a-folder': ({ path }) =>
    `« ${path} » ne peut pas être écrit : un fichier porte le nom d’un de ses dossiers. Choisissez un autre dossier avec --out.`,
  'site-unwritable/busy': ({ path, pid, host, since }) =>
    pid === null
      ? `Une autre publication est en cours dans ce dossier. ${KEPT} Recommencez quand elle sera finie.`
      : `Une autre publication est en cours dans ce dossier (processus ${pid} sur ${host}, depuis ${since}). ${KEPT} Recommencez quand elle sera finie ; si elle n’existe plus, supprimez « ${path} ».`,
  'site-unwritable/lock-lost': () =>
    `Une autre publication a pris la place de celle-ci. ${KEPT} Recommencez.`,
  'history-invalid': ({ layer, path }) =>
    `L’historique de la couche « ${layer} » (${path}) manque ou est abîmé. ${KEPT} Remettez ce fichier depuis une sauvegarde, ou lancez npm run publish : un nouvel historique commencera avec la version servie.`,
  'layer-missing': ({ layer, path }) =>
    `Le fichier ${path} de la couche « ${layer} » manque. Publiez-la de nouveau, ou remettez ce fichier depuis une sauvegarde.`,
  'layer-truncated': ({ layer }) =>
    `Le fichier de la couche « ${layer} » est coupé. Publiez-la de nouveau.`,
  'catalogue-missing': ({ path }) =>
    `Rien n’est publié ici : « ${path} » n’existe pas. Lancez npm run publish, ou donnez le bon dossier avec --out.`,
  'layer-unknown': ({ layer, nearest }) =>
    `La couche « ${layer} » n’existe pas${nearest ? ` ; peut-être « ${nearest} »` : ''}. npm run layers -- list les donne toutes.`,
  'source-unreadable/not-a-file': ({ source }) =>
    `« ${source} » n’est ni un fichier ni un dossier. Donnez le chemin des données.`,
  'source-unreadable/folder-empty': ({ source }) =>
    `Le dossier « ${source} » ne contient aucun fichier. Vérifiez son chemin.`,
  'source-unreadable/too-big': ({ source }) =>
    `« ${source} » dépasse 2 Go : c’est plus qu’un fichier ne peut avoir ici. Coupez-le en plusieurs, ou exportez-le en GeoParquet.`,
  'source-unreadable/too-many-files': ({ source, limit }) =>
    `« ${source} » contient plus de ${limit} fichiers : ce n’est sans doute pas le bon dossier.`,
  'source-unreadable/description': ({ source, field }) =>
    `data/${source} n’est plus une description de couche : « ${field} » manque ou n’a pas la bonne forme. Corrigez-le, ou supprimez ce fichier pour repartir de ce qui est publié.`,
  'source-unreadable/data-json': ({ source, line, column }) =>
    `data/${source} : JSON mal formé à la ligne ${line}, colonne ${column}. Corrigez-le à cet endroit, ou reprenez sa version précédente.`,
  'source-unreadable/bundle-options': ({ source }) =>
    `« ${source} » est une publication préparée dans la page : elle dit déjà tout de ses couches. Relancez la commande sans option de description, ni --from, ni --crs.`,
  'source-unreadable/layer-repeated': ({ layer }) =>
    `La livraison donne deux couches « ${layer} » : deux tables ont le même nom. Publiez-les l’une après l’autre, chacune avec son --layer.`,
};
