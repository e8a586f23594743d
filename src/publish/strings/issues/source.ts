import type { FaultReason } from '../../../domain/geometry-fault.ts';
import type { IssueFacts } from '../../issue.ts';
import { faultReasons } from '../fault-reasons.ts';
import type { Sentences } from './sentences.ts';

/** What readers and the chain itself tell. */
export const SOURCE_SENTENCES: Record<string, Sentences> = {
  'source.crs-guessed': {
    title: 'Système de coordonnées deviné',
    message: ({ crs, isInTerritory }) => {
      const where = isInTerritory
        ? 'avec lequel elles tombent dans le territoire'
        : 'mais elles tombent alors loin du territoire';
      return `Le fichier ne dit pas son système de coordonnées ; d’après ses coordonnées, c’est ${crs}, ${where}.`;
    },
    repair: ({ crs }) => `Si c’est juste, précisez --crs ${crs} ; sinon, donnez le bon.`,
    inPage: ({ crs }) =>
      `Choisissez-le dans « Système de coordonnées », à l’étape « Couche » : ${crs} si c’est juste, sinon le bon.`,
  },
  'source.version-changed': {
    title: 'Version servie changée depuis',
    message: ({ comparedWith, served }) =>
      `Le paquet a été préparé ${comparedWith === null ? 'alors que la couche n’existait pas' : `face à la version ${comparedWith}`} ; ${served === null ? 'elle n’est plus servie' : `c’est aujourd’hui la version ${served} qui est servie`}.`,
    repair:
      'Comparez les deux (npm run layers -- diff), puis refaites le paquet ou acceptez de remplacer la version servie : elle restera dans l’historique.',
  },
  'source.crs-ignored': {
    title: 'Système demandé ignoré',
    message: ({ asked, crs }) =>
      `Le système demandé (${asked}) est ignoré : le fichier dit être en ${crs}.`,
    repair: 'Si le fichier se trompe, corrigez-le dans le logiciel SIG.',
  },
  'source.crs-doubtful': {
    title: 'Système de coordonnées douteux',
    message: ({ crs, other }) =>
      `Le fichier dit être en ${crs}, mais ses coordonnées tombent alors loin du territoire ; en ${other}, elles y tombent.`,
    repair: ({ other }) =>
      `Si le fichier se trompe, précisez --crs ${other}, ou corrigez son système dans le logiciel SIG.`,
    inPage: ({ other }) =>
      `Si le fichier se trompe, choisissez ${other} dans « Système de coordonnées », à l’étape « Couche », ou corrigez-le dans le logiciel SIG.`,
  },
  'source.crs-replaced': {
    title: 'Système de coordonnées remplacé',
    message: ({ named, crs }) =>
      `Le fichier dit être en ${named}, où ses coordonnées n’ont pas de sens : le système demandé (${crs}) est pris.`,
    repair: null,
  },
  'source.field-renamed': {
    title: 'Champs renommés',
    message: ({ from, to, isOfficial }) =>
      isOfficial
        ? `Le champ « ${from} », coupé à dix caractères, reprend son nom officiel « ${to} ».`
        : `Le champ « ${from} » devient « ${to} » : ce nom était déjà pris.`,
    repair: null,
  },
  'source.integers-rounded': {
    title: 'Nombres arrondis',
    message: (_facts, { field }) =>
      `Le champ « ${field} » a des nombres entiers de plus de 15 chiffres, dont les derniers sont perdus.`,
    repair: 'Si ce sont des codes, exportez la couche avec ce champ en texte.',
  },
  'source.reader-errors': {
    title: 'Fichier lu avec des erreurs',
    message: ({ words, count }) =>
      `Une partie du fichier n’a pas pu être lue : des valeurs ou des entités manquent peut-être. GDAL dit : « ${words} »${othersOf(count)}.`,
    repair:
      'Comparez le nombre d’entités avec celui de votre logiciel SIG, puis exportez la couche de nouveau, en GeoPackage si possible.',
  },
  'source.reader-warnings': {
    title: 'Remarques de lecture',
    message: ({ words, count }) =>
      `GDAL remarque en lisant le fichier : « ${words} »${othersOf(count)}.`,
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
    message: ({ reason }) =>
      `La géométrie ne peut pas être lue : ${faultReasons[reason as FaultReason] ?? reason}.`,
    repair: 'Corrigez-la dans le logiciel SIG (outil « Réparer les géométries » de QGIS).',
  },
  'source.geometry-repaired': {
    title: 'Contours réparés',
    message: ({ reason }) => `Le contour n’était pas valide (${reason}) : il a été réparé.`,
    repair: 'Signalez-le au producteur ; la version d’avant reste dans l’historique.',
  },
  'source.families-split': {
    title: 'Types de géométrie séparés',
    message: ({ layers }) =>
      `Le fichier mêle points, lignes et surfaces : il donne plusieurs couches (${layers}).`,
    repair: null,
  },
  'source.collections-split': {
    title: 'Collections de géométries séparées',
    message: ({ count }) =>
      `${count} ${count === 1 ? 'entité mêle' : 'entités mêlent'} points, lignes ou surfaces : chacune donne une ligne par type, avec les mêmes attributs.`,
    repair: null,
  },
  'source.attributes-absent': {
    title: 'Attributs absents',
    message: () => 'Il manque le fichier .dbf : les formes sont lues sans leurs attributs.',
    repair: 'Donnez ensemble les fichiers .shp, .dbf, .prj et .cpg.',
  },
  'source.deleted-records': {
    title: 'Lignes supprimées',
    message: ({ count }) =>
      `${count} ${count === 1 ? 'ligne marquée supprimée est laissée' : 'lignes marquées supprimées sont laissées'} de côté, avec leur forme.`,
    repair: null,
  },
  'source.row-ragged': {
    title: 'Lignes de longueur inattendue',
    message: ({ line, cells, wanted }) =>
      `La ligne ${line} a ${cells} cellules au lieu de ${wanted}.`,
    repair: 'Vérifiez les séparateurs et les guillemets de cette ligne.',
  },
  'source.axes-swapped': {
    title: 'Latitude écrite avant la longitude',
    message: ({ x, y }) =>
      `La latitude est écrite avant la longitude (${x} ; ${y}), comme dans l’exemple du standard : elles ont été remises dans l’ordre.`,
    repair: 'Vérifiez la place des entités sur la carte.',
  },
  'source.metadata-unreadable': {
    title: 'Fiche de métadonnées illisible',
    message: ({ file }) =>
      `La fiche de métadonnées « ${file} » ne peut pas être lue : ce qu’elle dit de la couche est laissé de côté.`,
    repair: 'Réparez le fichier XML, ou renseignez la couche à la main.',
  },
};

/** How many messages stand behind the one that is shown. */
function othersOf(count: IssueFacts[string] | undefined): string {
  const others = Number(count) - 1;
  if (others < 1) return '';
  return others === 1 ? ' (et un autre message)' : ` (et ${others} autres messages)`;
}
