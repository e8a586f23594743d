// Data table: the sentences of every error, kept together so that one person can read them through.
import type { ErrorCode, ErrorContext } from '../../domain/errors.ts';
import { formatBytes } from './format.ts';
import { questionFault } from './question-fault.ts';
import { questionFileSentence } from './question-file-sentence.ts';
import { seanceSentence } from './seance-sentence.ts';
import { sqlSentence } from './sql-sentence.ts';

/** What a reader is told when something fails: what happened, what still works, what to do. */
export interface ErrorSentence {
  title: string;
  still: string;
  todo: string;
}

/** The sentence of every error code, given the evidence that came with the error. */
export const errorSentences: Record<ErrorCode, (context: ErrorContext) => ErrorSentence> = {
  'catalogue-missing': () => ({
    title: 'Le catalogue des couches est introuvable.',
    still: 'La page est ouverte, mais sans couche à afficher.',
    todo: 'Vérifiez la connexion puis rechargez la page ; si cela dure, prévenez le service SIG.',
  }),
  'catalogue-invalid': ({ path }) => ({
    title: `Le catalogue des couches est mal formé${path ? ` (à « ${path} »)` : ''}.`,
    still: 'La page est ouverte, mais sans couche à afficher.',
    todo: 'Prévenez le service SIG : le catalogue est à publier de nouveau.',
  }),
  'catalogue-version': ({ seen, wanted }) => ({
    title: `Le catalogue est écrit pour une autre version de l’application (version ${seen ?? 'inconnue'}, attendue ${wanted ?? 'inconnue'}).`,
    still: 'La page est ouverte, mais sans couche à afficher.',
    todo: 'Rechargez la page pour prendre la dernière version ; si cela dure, prévenez le service SIG.',
  }),
  'restricted-missing': () => ({
    title: 'Les couches réservées ne répondent pas.',
    still: 'Les couches publiques s’affichent et se questionnent comme d’habitude.',
    todo: 'Rechargez la page ; si cela dure, prévenez le service SIG.',
  }),
  'library-missing': () => ({
    title: 'Les pages de thèmes sont introuvables.',
    still: 'La carte, les couches, les questions et le SQL restent utilisables.',
    todo: 'Vérifiez la connexion puis réessayez ; si cela dure, prévenez le service SIG.',
  }),
  'library-invalid': ({ path }) => ({
    title: `Les pages de thèmes sont mal formées${path ? ` (à « ${path} »)` : ''}.`,
    still: 'La carte, les couches, les questions et le SQL restent utilisables.',
    todo: 'Prévenez le service SIG : les thèmes sont à publier de nouveau.',
  }),
  'history-invalid': ({ layer }) => ({
    title: `L’historique de la couche « ${layer ?? 'demandée'} » n’a pas pu être lu.`,
    still: 'La couche reste utilisable dans sa version actuelle.',
    todo: 'Prévenez le service SIG : le fichier de l’historique est abîmé.',
  }),
  'site-unwritable': () => ({
    title: 'Le site ne peut pas être écrit.',
    still: 'Ce qui est publié reste en place.',
    todo: 'Prévenez le service SIG : la place et les droits du dossier publié sont à vérifier.',
  }),
  'layer-unknown': ({ layer }) => ({
    title: `La couche « ${layer ?? 'demandée'} » n’existe plus.`,
    still: 'Les autres couches et le reste du lien sont repris.',
    todo: 'Choisissez une autre couche dans la liste.',
  }),
  'layer-missing': ({ layer }) => ({
    title: `Le fichier de la couche « ${layer ?? 'demandée'} » est introuvable.`,
    still: 'Les autres couches restent utilisables.',
    todo: 'Réessayez dans un instant ; si cela dure, prévenez le service SIG.',
  }),
  'basemap-unreachable': ({ title, host }) => ({
    title: `Le fond « ${title ?? 'demandé'} » ne s’affiche pas : ${host ?? 'le serveur'} ne répond pas.`,
    still:
      'Le plan du territoire est dessiné à sa place ; couches, questions et impressions marchent.',
    todo: 'Réessayez une fois le réseau revenu, ou gardez un fond hors ligne.',
  }),
  'layer-truncated': ({ layer }) => ({
    title: `Le fichier de la couche « ${layer ?? 'demandée'} » est arrivé incomplet.`,
    still: 'Les autres couches restent utilisables.',
    todo: 'Réessayez ; si cela dure, la couche est à publier de nouveau.',
  }),
  'layer-invalid': ({ layer }) => ({
    title: `Le fichier de la couche « ${layer ?? 'demandée'} » n’a pas pu être lu.`,
    still: 'Les autres couches restent utilisables.',
    todo: 'Prévenez le service SIG : la couche est à publier de nouveau.',
  }),
  'version-pruned': ({ layer, version }) => ({
    title: `La version ${version ?? 'demandée'} de la couche « ${layer ?? 'demandée'} » n’est plus conservée.`,
    still: 'La couche est ouverte dans sa version actuelle.',
    todo: 'Si cette version compte encore, demandez au service SIG de la publier de nouveau.',
  }),
  'field-unknown': ({ field, layer }) => ({
    title: `Le champ « ${field ?? 'demandé'} » n’existe pas dans la couche « ${layer ?? 'choisie'} ».`,
    still: 'La carte et le reste de la question sont conservés.',
    todo: 'Choisissez un autre champ dans la condition signalée.',
  }),
  'feature-unknown': ({ key, layer }) => ({
    title: `L’objet « ${key ?? 'demandé'} » n’existe plus dans la couche « ${layer ?? 'choisie'} ».`,
    still: 'La carte et les couches restent utilisables.',
    todo: 'Cherchez-le par son nom ou son numéro, ou cliquez sur la carte.',
  }),
  'question-invalid': (context) => ({
    title: 'Une condition de la question n’est pas valable.',
    still: 'La carte, les couches et le reste de la question restent utilisables.',
    todo: 'Corrigez la condition signalée, ou écrivez une nouvelle question.',
    ...questionFault(context),
  }),
  'question-untranslatable': () => ({
    title: 'Cette condition de trajet n’a pas d’équivalent dans le SQL de ce moteur.',
    still: 'Elle se pose ici, avec sa carte, son tableau et ses exports.',
    todo: 'Posez la question dans l’atlas, ou retirez la condition de trajet pour obtenir le reste en SQL.',
  }),
  'network-missing': () => ({
    title:
      'Le catalogue n’a pas de réseau de voirie : les temps de trajet ne peuvent pas être calculés.',
    still: 'Les autres conditions et les distances à vol d’oiseau restent utilisables.',
    todo: 'Retirez la condition de trajet, ou demandez au service SIG de publier une voirie avec ses vitesses.',
  }),
  'message-invalid': ({ detail }) => ({
    title: `Un message de la page qui présente la carte n’a pas été compris${detail ? ` (${detail})` : ''}.`,
    still: 'La carte est restée telle quelle.',
    todo: 'Prévenez le service qui tient cette page.',
  }),
  'address-service': ({ host }) => ({
    title: 'Le service d’adresses ne répond pas.',
    still: 'Les rues, les communes et les parcelles restent cherchées dans la carte.',
    todo: `Réessayez plus tard, ou vérifiez que le réseau laisse passer ${host ?? 'ce service'}.`,
  }),
  'link-invalid': ({ reason, count }) => ({
    title:
      reason === 'temporary'
        ? `Le lien ne contient pas ${count === 1 ? 'la couche temporaire' : `les ${count} couches temporaires`} de son auteur : elles ne quittent pas la page où elles ont été ouvertes.`
        : 'Une partie du lien n’a pas pu être lue.',
    still: 'Ce qui pouvait l’être est affiché.',
    todo:
      reason === 'temporary'
        ? 'Demandez-lui le fichier et ouvrez-le ici, ou faites publier la couche.'
        : 'Demandez un nouveau lien, ou refaites la question.',
  }),
  'question-file-invalid': (context) => questionFileSentence(context),
  'seance-missing': (context) => seanceSentence(context),
  'seance-invalid': (context) => seanceSentence(context),
  'storage-refused': () => ({
    title: 'Ce navigateur ne garde rien d’une visite à l’autre (fenêtre privée ou réglage).',
    still: 'Vos questions restent dans cette page tant qu’elle est ouverte.',
    todo: 'Partagez-les en fichier pour les retrouver, ou ouvrez l’atlas dans une fenêtre ordinaire.',
  }),
  'storage-full': () => ({
    title: 'La place que ce navigateur laisse à l’atlas est pleine.',
    still: 'Votre question reste dans cette page tant qu’elle est ouverte.',
    todo: 'Supprimez des questions enregistrées, ou partagez celle-ci en fichier.',
  }),
  'offline-full': ({ wanted, free }) => ({
    title: `Il manque de place sur cet appareil : il faut ${formatBytes(Number(wanted))}${typeof free === 'number' ? `, il en reste ${formatBytes(free)}` : ''}.`,
    still: 'Rien n’a été gardé de cette préparation.',
    todo: 'Retirez une séance préparée ou libérez de la place, puis recommencez.',
  }),
  'offline-missing': () => ({
    title: 'Ce navigateur ne peut pas préparer de séance hors ligne ici.',
    still: 'La séance se présente avec le réseau.',
    todo: 'Ouvrez l’atlas en HTTPS, dans une fenêtre ordinaire, puis rechargez la page.',
  }),
  'geometry-invalid': ({ row, layer }) => ({
    title: `Une géométrie est incorrecte${layer ? ` dans la couche « ${layer} »` : ''}${row === undefined ? '' : ` (ligne ${row})`}.`,
    still: 'Les autres couches restent utilisables.',
    todo: 'Signalez-la au service SIG, qui la corrigera dans la source.',
  }),
  'geometry-failed': ({ operation }) => ({
    title: `Un calcul sur les géométries n’a pas abouti${operation ? ` (${operation})` : ''}.`,
    still: 'La carte, les couches et les questions restent utilisables.',
    todo: 'Vérifiez la géométrie de la couche (« À propos de la couche »), ou réparez-la par ST_MakeValid.',
  }),
  'crs-mismatch': () => ({
    title: 'Deux couches ne sont pas dans le même système de coordonnées.',
    still: 'Chacune reste affichable ; leur comparaison est arrêtée.',
    todo: 'Prévenez le service SIG : l’une des deux est à publier de nouveau.',
  }),
  'crs-unknown': ({ crs }) => ({
    title: `Le système de coordonnées${crs ? ` « ${crs} »` : ''} n’est pas reconnu.`,
    still: 'Les autres couches restent utilisables.',
    todo: 'Publiez la couche en WGS 84, en Lambert-93, en CC42 à CC50 ou dans le système légal de l’outre-mer.',
  }),
  'format-unknown': ({ format }) => ({
    title: `Ce format de fichier${format ? ` (${format})` : ''} n’est pas reconnu.`,
    still: 'Les couches déjà publiées restent utilisables.',
    todo: 'Fournissez un GeoJSON ou un Shapefile compressé en ZIP.',
  }),
  'source-unreadable': () => ({
    title: 'Le fichier source n’a pas pu être lu.',
    still: 'Les couches déjà publiées restent utilisables.',
    todo: 'Vérifiez que le fichier s’ouvre dans votre logiciel SIG, puis recommencez.',
  }),
  'source-failed': () => ({
    title: 'Une source de données officielles n’a pas répondu comme prévu.',
    still: 'Les couches déjà publiées restent utilisables.',
    todo: 'Recommencez la collecte plus tard ; si cela dure, lisez son rapport.',
  }),
  'territory-unknown': ({ siren }) => ({
    title: `Le code « ${siren ?? 'donné'} » n’est pas celui d’une intercommunalité de la liste officielle.`,
    still: 'L’atlas reste utilisable.',
    todo: 'Vérifiez son numéro SIREN, à neuf chiffres.',
  }),
  'sql-failed': () => ({
    title: 'Le calcul sur les attributs n’a pas abouti.',
    still: 'La carte et les couches restent utilisables.',
    todo: 'Simplifiez la question ou posez-la de nouveau.',
  }),
  'sql-invalid': (context) => ({
    title: sqlSentence(context),
    still: 'La carte, les couches et les autres réponses restent utilisables.',
    todo: 'Corrigez la requête à l’endroit signalé, puis exécutez-la de nouveau.',
  }),
  'engine-failed': () => ({
    title: 'Le moteur de calcul s’est arrêté.',
    still: 'Ce qui est déjà à l’écran reste lisible.',
    todo: 'Recommencez ; si cela dure, rechargez la page : le lien garde votre travail.',
  }),
  'engine-spared': () => ({
    title: 'Le moteur de calcul n’est pas lancé sur ce téléphone, pour épargner sa mémoire.',
    still: 'La carte, la recherche, les pages des communes et les indicateurs marchent sans lui.',
    todo: 'Touchez « Lancer le moteur quand même » dans l’écran Question, puis recommencez.',
  }),
  'memory-exhausted': () => ({
    title:
      'La mémoire de ce navigateur est épuisée : le calcul s’est arrêté et le moteur redémarre.',
    still: 'La carte et la question sont conservées.',
    todo: 'Ajoutez une condition qui réduit la réponse ou fermez d’autres onglets, puis recommencez.',
  }),
  'webgl-missing': () => ({
    title: 'Ce navigateur ne peut pas dessiner la carte (WebGL 2 absent).',
    still: 'La recherche, les fiches, les questions, le tableau et les exports fonctionnent.',
    todo: 'Activez l’accélération graphique, ou ouvrez la page avec Firefox, Chrome ou Edge à jour.',
  }),
  'wasm-missing': () => ({
    title: 'Ce navigateur ne peut pas faire tourner le moteur de calcul (WebAssembly absent).',
    still: 'La carte, les couches et les fiches restent consultables.',
    todo: 'Ouvrez la page avec Firefox, Chrome ou Edge à jour pour poser des questions.',
  }),
  'answer-gone': () => ({
    title: 'Cette réponse n’est plus en mémoire.',
    still: 'La question est conservée.',
    todo: 'Posez-la de nouveau.',
  }),
  'part-missing': () => ({
    title: 'Une partie de l’application n’a pas pu être chargée.',
    still: 'Ce qui est déjà ouvert fonctionne, et la question en cours est conservée.',
    todo: 'Vérifiez la connexion, puis rechargez la page : une nouvelle version est peut-être en ligne.',
  }),
  'too-large': ({ what }) => ({
    title: what
      ? 'Ce format ne peut pas contenir autant de lignes ou de données.'
      : 'La demande dépasse la mémoire de ce navigateur.',
    still: 'La carte et les couches restent utilisables.',
    todo: what
      ? 'Choisissez le GeoPackage ou le CSV, ou filtrez les lignes.'
      : 'Ajoutez une condition qui réduit la réponse, ou fermez d’autres onglets.',
  }),
};
