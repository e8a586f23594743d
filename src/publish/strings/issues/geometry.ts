import type { IssueFacts } from '../../issue.ts';
import { area, count, length, number, percent } from './numbers.ts';
import type { Sentences } from './sentences.ts';

/** What the rules on geometry tell. */
export const GEOMETRY_SENTENCES: Record<string, Sentences> = {
  'geometry.invalid': {
    title: 'Géométries non valides',
    message: ({ reason }) =>
      `La géométrie n’est pas valide : ${reason}. Sa surface et ses croisements seraient faux.`,
    repair: (facts) =>
      `Corrigez-la dans le logiciel SIG (outil « Réparer les géométries » de QGIS, ST_MakeValid).${repairEffect(facts)}`,
  },
  'geometry.unsound': {
    title: 'Géométries à réparer',
    message: ({ reason }) =>
      `La géométrie n’est pas valide : ${reason}. Ses mesures n’en souffrent pas, mais certains outils la refuseront.`,
    repair: (facts) =>
      `L’outil « Réparer les géométries » de QGIS (ST_MakeValid) la corrige.${repairEffect(facts)}`,
  },
  'geometry.empty': {
    title: 'Entités sans géométrie',
    message: () =>
      'L’entité n’a pas de géométrie : elle est gardée mais ne se voit pas sur la carte.',
    repair: 'Dessinez-la, ou retirez-la si elle est de trop.',
  },
  'geometry.repeated-feature': {
    title: 'Entités en double',
    message: ({ other }) =>
      `L’entité est en double : même géométrie et mêmes attributs que « ${other} ». Elle compterait deux fois.`,
    repair: 'Retirez l’une des deux (outil « Supprimer les doublons par attribut » de QGIS).',
  },
  'geometry.duplicate': {
    title: 'Géométries superposées à l’identique',
    message: ({ other }) =>
      `La géométrie est exactement celle de « ${other} », avec d’autres attributs.`,
    repair: 'Si ce n’est pas voulu, retirez l’une des deux entités.',
  },
  'geometry.sliver': {
    title: 'Lanières',
    message: ({ width, length: long, area: size, crs }) =>
      `Une partie du polygone est une lanière de ${length(width)} de large en moyenne sur ${length(long)} (${area(size)}, ${crs}) : sans doute l’écart entre deux tracés d’une même limite.`,
    repair:
      'Fusionnez-la avec le polygone voisin (outil « Éliminer les polygones sélectionnés » de QGIS), ou gardez-la si elle est réelle.',
  },
  'geometry.tiny': {
    title: 'Miettes',
    message: ({ isPolygon, size, parts, crs }) => {
      const what = Number(parts) > 1 ? 'Une partie de l’entité' : 'L’entité';
      const measure = isPolygon ? `${area(size)} de surface` : `${length(size)} de long`;
      return `${what} ne fait que ${measure} (${crs}) : elle est trop petite pour être voulue.`;
    },
    repair: 'Supprimez-la, ou fusionnez-la avec sa voisine.',
  },
  'geometry.self-crossing': {
    title: 'Lignes qui se recoupent',
    message: () => 'La ligne se recoupe hors de ses sommets.',
    repair: 'Vérifiez l’ordre de ses sommets ; s’il s’agit d’un pont, rien n’est à faire.',
  },
  'geometry.repeated-points': {
    title: 'Sommets répétés',
    message: ({ vertices, features }) =>
      `${count(vertices, 'sommet répète', 'sommets répètent')} celui qui précède, dans ${count(features, 'entité', 'entités')} : c’est sans effet sur les mesures.`,
    repair: 'L’outil « Supprimer les sommets doublons » de QGIS allège la couche.',
  },
  'geometry.complexity': {
    title: 'Géométries très lourdes',
    message: ({ vertices, rings, parts, density, isRefused }) => {
      const dense = Number(density) > 0 ? `, ${number(density)} sommets par mètre` : '';
      const gpu = isRefused ? 'la refuse' : 'avertit';
      return `La géométrie est très lourde : ${count(vertices, 'sommet', 'sommets')}, ${count(rings, 'contour', 'contours')}, ${count(parts, 'partie', 'parties')}${dense}. Le Géoportail de l’urbanisme ${gpu}.`;
    },
    repair: 'Découpez-la en plusieurs entités, ou simplifiez-la sous la précision de la saisie.',
  },
  'geometry.elsewhere': {
    title: 'Couche hors du territoire',
    message: ({ count: seen, territory, crs }) => {
      const lu = crs ? ` une fois lue en ${crs}` : '';
      const none = Number(seen) > 1 ? `Aucune des ${number(seen)} entités` : 'L’entité';
      const is = Number(seen) > 1 ? 'n’est' : 'n’est pas';
      return `${none} ${is} dans le territoire (${territory})${lu}. Mauvais système de coordonnées, ou mauvais fichier ?`;
    },
    repair: 'Vérifiez le système de coordonnées (--crs), ou le fichier donné.',
    inPage:
      'Vérifiez « Système de coordonnées », à l’étape « Couche », ou revenez à l’étape « Fichier » pour en donner un autre.',
  },
  'geometry.outside-territory': {
    title: 'Entités hors du territoire',
    message: ({ territory }) => `L’entité est entièrement hors du territoire (${territory}).`,
    repair: 'Retirez-la si elle est de trop, ou vérifiez ses coordonnées.',
  },
  'geometry.beyond-territory': {
    title: 'Entités qui débordent du territoire',
    message: ({ beyond, size, isPolygon, crs }) => {
      const measure = isPolygon ? area(beyond) : length(beyond);
      return `${measure} de l’entité (${percent(Number(beyond) / Number(size))}) sont hors du territoire (${crs}).`;
    },
    repair: 'Rien à faire si c’est voulu ; sinon, découpez la couche sur les communes.',
  },
  'geometry.partition-overlap': {
    title: 'Chevauchements dans le découpage',
    message: (facts) =>
      `L’entité recouvre « ${facts.other} » sur ${area(facts.area)} (${length(facts.width)} de large en moyenne, ${facts.crs}), alors que le standard n’admet aucun chevauchement. ${tolerance(facts)}`,
    repair: 'Recalez l’une des deux limites sur l’autre (accrochage et édition topologique).',
  },
  'geometry.partition-gap': {
    title: 'Vides dans le découpage',
    message: (facts) =>
      `Un vide de ${area(facts.area)} (${length(facts.width)} de large en moyenne, ${facts.crs}) reste entre les entités, alors que le standard n’en admet aucun. ${tolerance(facts)}`,
    repair: 'Recalez les limites qui l’entourent, ou dessinez la zone qui manque.',
  },
};

/** What a repair would change, with a space before; nothing for lines. */
function repairEffect({ areaBefore, areaAfter, partsBefore, partsAfter, crs }: IssueFacts): string {
  if (areaBefore === undefined) return '';
  const change = Number(areaAfter) - Number(areaBefore);
  const effect =
    Math.abs(change) < 0.005
      ? 'ne change pas sa surface'
      : `lui ${change > 0 ? 'ajoute' : 'retire'} ${area(Math.abs(change))}`;
  const parts =
    partsBefore === partsAfter
      ? ''
      : `, en ${count(partsAfter, 'partie', 'parties')} au lieu de ${number(partsBefore)}`;
  return ` La réparation ${effect}, soit ${area(areaAfter)} (${crs})${parts}.`;
}

/** How the width of a gap or an overlap stands to the tolerances of CNIG PLU v2024 (rev. 2025-06), quality. */
function tolerance({ isPlu, width }: IssueFacts): string {
  if (!isPlu) return '';
  const seen = Number(width);
  if (seen <= 0.4)
    return 'Sur cadastre image, 40 cm sont tolérés ; calé sur cadastre vecteur, rien.';
  if (seen <= 5) return 'C’est plus que les 40 cm tolérés sur cadastre image ; hors cadastre, 5 m.';
  return 'C’est plus que toute tolérance du standard (5 m hors cadastre).';
}
