import type { AppError, ErrorContext } from '../../domain/errors.ts';
import type { FaultReason } from '../../domain/geometry-fault.ts';
import { faultReasons } from './fault-reasons.ts';
import type { PublishPlace } from './issue-sentences.ts';

/**
 * The sentence of a file that cannot be published, with what to do in a place; the English message stands in when there is
 * none.
 */
export function failureSentence(error: AppError, place: PublishPlace = 'command'): string {
  const { source, reason } = error.context;
  const name = `${error.code}/${reason ?? ''}`;
  const inPage = place === 'page' ? IN_PAGE[name] : undefined;
  const sentence = inPage ?? FAILURES[name] ?? FAILURES[error.code];
  const where = source ? `« ${source} » : ` : '';
  return sentence ? where + sentence(error.context) : `${where}${error.message}`;
}

/** The systems of coordinates that can be read. */
export const CRS_HELP =
  'Systèmes courants : EPSG:4326 (WGS 84, degrés), EPSG:2154 (Lambert-93), EPSG:3942 à EPSG:3950 (CC42 à CC50), EPSG:3857 (Web Mercator) ; tout autre code EPSG est lu aussi.';

const DAMAGED =
  'ce fichier ne peut pas être lu : il est abîmé, coupé, ou n’est pas du format que dit son nom. Ouvrez-le dans votre logiciel SIG et exportez-le de nouveau, en GeoPackage si possible.';

/** People count from one. */
const entity = ({ row }: ErrorContext) => `l’entité n° ${Number(row) + 1}`;

/** `code/reason` or `code` → sentence. */
const FAILURES: Record<string, (context: ErrorContext) => string> = {
  'format-unknown': ({ count, extensions, formats }) => {
    const held =
      count === 1
        ? `format non reconnu (${extensions})`
        : `rien à lire parmi ${count} fichiers (${extensions})`;
    return formats ? `${held}. Formats lus : ${formats}.` : `${held}.`;
  },
  'source-unreadable/absent': () => 'ce fichier n’existe pas. Vérifiez son chemin.',
  'source-unreadable/denied': () => 'ce fichier ne peut pas être lu. Vérifiez vos droits.',
  'source-unreadable/empty': () => 'le fichier est vide (0 octet). Exportez-le de nouveau.',
  'source-unreadable/json': ({ line, column }) =>
    `JSON mal formé à la ligne ${line}, colonne ${column}. Le fichier est sans doute coupé ou retouché à la main : exportez-le de nouveau.`,
  'source-unreadable/geojson': ({ type }) =>
    `c’est du JSON mais pas du GeoJSON (type « ${type} »). Exportez la couche en GeoJSON.`,
  'source-unreadable/feature': (context) =>
    `${entity(context)} n’est pas un « Feature » GeoJSON. Exportez la couche de nouveau.`,
  'source-unreadable/json-large': () =>
    'la liste « features » ne se ferme pas : le fichier est sans doute coupé. Exportez-le de nouveau.',
  'source-unreadable/html': () =>
    'c’est une page web, pas des données : le téléchargement a sans doute échoué. Téléchargez le fichier de nouveau.',
  'source-unreadable/reader': ({ words }) =>
    `le fichier ne peut pas être lu (${words}). Exportez-le de nouveau, dans un autre format si besoin.`,
  'source-unreadable/several-broken': ({ count, failures }) =>
    `${count} fichiers ne peuvent pas être lus :\n${failures}`,
  'source-unreadable/several-tables': ({ id, names }) =>
    `plusieurs couches sont là (${names}) pour le seul identifiant « ${id} ». Choisissez-en une avec --from, ou retirez --layer pour les publier toutes.`,
  'source-unreadable/no-such-table': ({ table, names }) =>
    `la couche « ${table} » n’y est pas. Couches présentes : ${names}.`,
  'source-unreadable/parquet': () =>
    'ce n’est pas un fichier Parquet lisible, ou il est coupé. Exportez-le de nouveau.',
  'source-unreadable/csv-empty': () =>
    'le fichier n’a pas de ligne d’en-tête. La première ligne doit nommer les colonnes.',
  'source-unreadable/zip': () => 'ce n’est pas un ZIP lisible, ou il est coupé. Zippez de nouveau.',
  'source-unreadable/zip-damaged': ({ name }) =>
    `« ${name} » est abîmé dans le ZIP. Zippez ou téléchargez de nouveau.`,
  'source-unreadable/zip-encrypted': ({ name }) =>
    `« ${name} » est protégé par un mot de passe. Zippez sans mot de passe.`,
  'source-unreadable/zip-method': ({ name }) =>
    `« ${name} » est compressé par une méthode qui n’est pas lue. Zippez avec la méthode habituelle (Deflate).`,
  'source-unreadable/zip-path': ({ name }) =>
    `le ZIP contient un chemin dangereux (« ${name} »), qui sortirait de son dossier : il est refusé.`,
  'source-unreadable/zip-duplicate': ({ name }) =>
    `le ZIP contient deux fichiers de même nom (« ${name} »). Zippez de nouveau.`,
  'source-unreadable/zip-entries': ({ count, limit }) =>
    `le ZIP contient ${count} fichiers ; ${limit} au plus sont lus. Faites plusieurs ZIP.`,
  'source-unreadable/zip-bomb': ({ name }) =>
    `« ${name} » deviendrait démesuré une fois décompressé : le ZIP est refusé. Donnez le fichier sans le zipper.`,
  'source-unreadable/row-count': ({ shapes, records }) =>
    `le .shp a ${shapes} formes et le .dbf ${records} lignes : ils ne vont pas ensemble.`,
  'source-unreadable/dbf': () => 'le .dbf n’est pas un fichier dBase lisible.',
  'source-unreadable/shp': () => 'le .shp n’est pas un Shapefile.',
  'source-unreadable/shp-truncated': (context) =>
    `le .shp s’arrête à ${entity(context)} : il est coupé. Copiez-le de nouveau.`,
  'source-unreadable/shp-type': (context) =>
    `${entity(context)} est d’un type qui n’est pas lu (MultiPatch). Exportez des points, lignes ou polygones.`,
  'source-unreadable/dbf-truncated': (context) =>
    `le .dbf s’arrête à ${entity(context)} : il est coupé. Copiez-le de nouveau.`,
  'source-unreadable/no-geometry': ({ rows }) =>
    rows === 0
      ? 'le fichier ne contient aucune entité : il n’y a rien à publier.'
      : rows === 1
        ? 'son unique entité n’a pas de géométrie : il n’y a rien à dessiner.'
        : `aucune des ${rows} entités n’a de géométrie : il n’y a rien à dessiner.`,
  'source-unreadable/geometries': ({ row, rows, fault }) =>
    `${rows === 1 ? 'son unique entité a une géométrie qui ne peut pas être lue' : `aucune des ${rows} entités n’a de géométrie lisible ; la première illisible est ${entity({ row: row ?? 0 })}`} : ${faultReasons[fault as FaultReason]}. Corrigez-la dans le logiciel SIG.`,
  'source-unreadable/template': ({ tables }) =>
    `${tables === 1 ? 'la table n’a aucune ligne' : `aucune des ${tables} tables n’a de ligne`} : c’est un gabarit à remplir, pas une livraison. Donnez le dossier rempli.`,
  'source-unreadable/families': (context) =>
    `${entity(context)} est ${FAMILY_NAMES[String(context.seen)]} alors que les précédentes sont ${FAMILY_PLURALS[String(context.wanted)]}. Faites une couche par type de géométrie.`,
  'source-unreadable/key-absent': ({ field }) =>
    `le champ « ${field} » demandé par --key n’existe pas.`,
  'source-unreadable/key-repeated': ({ field }) =>
    `le champ « ${field} » ne désigne pas chaque entité de façon unique : il a des vides ou des doublons. Choisissez un autre --key.`,
  'source-unreadable/bundle-truncated': ({ part }) =>
    `la publication est incomplète (il y manque « ${part} »). Téléchargez-la de nouveau depuis l’écran Publier.`,
  'source-unreadable/bundle-tampered': ({ part }) =>
    `la publication a été modifiée depuis son téléchargement (« ${part} »). Refaites-la dans l’écran Publier : rien n’est publié.`,
  'source-unreadable/bundle-version': ({ part }) =>
    `la publication vient d’une autre version d’Arpent (format ${part}). Refaites-la dans l’écran Publier de ce site.`,
  'source-unreadable/xml': ({ line }) =>
    `XML mal formé à la ligne ${line}. Le fichier est sans doute coupé ou retouché à la main : exportez-le de nouveau.`,
  'source-unreadable/xml-encoding': ({ encoding }) =>
    `l’encodage annoncé (« ${encoding} ») n’est pas connu ou n’est pas le sien. Enregistrez-le en UTF-8.`,
  'source-unreadable/xml-doctype': () =>
    'cette fiche XML déclare ses propres entités (DOCTYPE), ce qui n’est pas admis. Exportez-la sans DOCTYPE.',
  'source-unreadable/xml-too-large': () =>
    'cette fiche de métadonnées dépasse 5 Mo. Vérifiez que c’est bien elle, et non les données.',
  'source-unreadable/xml-too-deep': () =>
    'ce XML emboîte plus de 100 niveaux : ce n’est pas une fiche de métadonnées.',
  'source-unreadable/gdal': ({ words }) =>
    `${DAMAGED}${words ? ` (GDAL : ${String(words).split('\n')[0]})` : ''}`,
  'source-unreadable/timeout': ({ seconds }) =>
    `sa lecture a été arrêtée après ${seconds} s. Le fichier est abîmé ou trop lourd : découpez-le, ou exportez-le en GeoPackage.`,
  'source-unreadable/xml-entities': () =>
    'ce XML déclare des entités (<!DOCTYPE … [ … ]>), ce qui permet de piéger un lecteur : il n’est pas ouvert. Exportez la couche de nouveau.',
  'source-unreadable/kml': () => 'c’est du XML mais pas du KML. Exportez la couche de nouveau.',
  'source-unreadable/edigeo-lots': () =>
    'cet échange EDIGéO contient plusieurs lots, dont un seul serait lu. Demandez un fichier .THF par lot, comme le fait le plan cadastral.',
  'source-unreadable/no-kml': () =>
    'ce KMZ ne contient aucun fichier .kml. Exportez la couche de nouveau.',
  'geometry-invalid': (context) => {
    const others = context.others ? ` Autres entités illisibles : n° ${context.others}.` : '';
    return `la géométrie de ${entity(context)} ne peut pas être lue : ${faultReasons[context.reason as FaultReason]}.${others} Corrigez dans le logiciel SIG.`;
  },
  'crs-unknown/unknown': ({ crs }) =>
    `le système de coordonnées « ${crs} » n’est pas lu. ${CRS_HELP}`,
  'crs-unknown/coordinates': ({ crs, x, y }) =>
    crs
      ? `ses coordonnées (par exemple ${x} ; ${y}) ne sont pas en ${crs}. Précisez --crs, ou corrigez le fichier. ${CRS_HELP}`
      : `le fichier ne dit pas son système de coordonnées, et ses coordonnées (par exemple ${x} ; ${y}) n’en désignent aucun. Précisez --crs. ${CRS_HELP}`,
  'crs-unknown/swapped': ({ x, y }) =>
    `la latitude est écrite avant la longitude, ou y avant x (${x} ; ${y}). Exportez le fichier avec la longitude, ou x, en premier.`,
  'catalogue-invalid': () =>
    'public/catalogue.json est abîmé. Supprimez-le et relancez npm start pour le reconstruire.',
  'catalogue-version': () =>
    'public/catalogue.json vient d’une autre version d’Arpent. Supprimez-le et relancez npm start.',
};

/** What the page says instead, where the sentence of the command names an option or quotes a reader's own words. */
const IN_PAGE: typeof FAILURES = {
  'source-unreadable/gdal': () => DAMAGED,
  'source-unreadable/key-absent': ({ field }) =>
    `le champ « ${field} », qui désigne chaque entité dans la version publiée, n’y est pas. Remettez-le dans le fichier, ou donnez un autre identifiant à la couche (étape « Couche »).`,
  'source-unreadable/key-repeated': ({ field }) =>
    `le champ « ${field} » ne désigne pas chaque entité de façon unique : il a des vides ou des doublons. Corrigez-les, ou donnez un autre identifiant à la couche (étape « Couche »).`,
  'crs-unknown/coordinates': ({ crs, x, y }) =>
    crs
      ? `ses coordonnées (par exemple ${x} ; ${y}) ne sont pas en ${crs}. Choisissez un autre « Système de coordonnées », à l’étape « Couche » de l’écran Publier, ou corrigez le fichier.`
      : `le fichier ne dit pas son système de coordonnées, et ses coordonnées (par exemple ${x} ; ${y}) n’en désignent aucun. Choisissez-le dans « Système de coordonnées », à l’étape « Couche » de l’écran Publier.`,
  'crs-unknown/unknown': ({ crs }) =>
    `le système de coordonnées « ${crs} » n’est pas lu. Choisissez-le dans « Système de coordonnées », à l’étape « Couche » de l’écran Publier.`,
};

const FAMILY_NAMES: Record<string, string> = {
  point: 'un point',
  line: 'une ligne',
  polygon: 'un polygone',
};

const FAMILY_PLURALS: Record<string, string> = {
  point: 'des points',
  line: 'des lignes',
  polygon: 'des polygones',
};
