import { count, number, percent } from './numbers.ts';
import type { Sentences } from './sentences.ts';

/** What the rules on keys, references and volumes tell. */
export const KEY_SENTENCES: Record<string, Sentences> = {
  'keys.repeated': {
    title: 'Identifiants en double',
    message: ({ value, other, otherRow }, { field }) =>
      `L’identifiant « ${value} » (${field}) désigne déjà une autre entité : « ${other} », ligne ${otherRow}.`,
    repair: 'Donnez à chaque entité son identifiant, ou retirez celle qui est de trop.',
  },
  'keys.empty': {
    title: 'Identifiants vides',
    message: ({ label, count: seen, filled }, { field }) =>
      seen === undefined
        ? `L’identifiant « ${field} » (${label}) est vide : l’entité ne pourra pas être suivie d’une version à l’autre.`
        : `L’identifiant « ${field} » (${label}) est vide dans ${count(seen, 'ligne', 'lignes')} sur ${number(filled)} : ces entités ne pourront pas être suivies d’une version à l’autre.`,
    repair: 'Donnez un identifiant à chaque entité.',
  },
  'keys.reference': {
    title: 'Références sans réponse',
    message: ({ value, references, count: seen, filled }, { field }) => {
      const spread =
        seen === undefined
          ? ''
          : ` Il en est ainsi de ${count(seen, 'valeur', 'valeurs')} sur ${number(filled)}.`;
      return `« ${field} » vaut « ${value} », qui n’est pas dans ${references} de la livraison.${spread}`;
    },
    repair: 'Corrigez la valeur, ou ajoutez la ligne qui manque à l’autre table.',
  },
  'keys.insee': {
    title: 'Communes hors du territoire',
    message: ({ code, codes, of, count: seen, territory }, { field }) =>
      codes === undefined
        ? `La commune ${code} (${field}, ${count(seen, 'entité', 'entités')}) n’est pas du territoire (${territory}).`
        : `${number(codes)} des ${number(of)} communes de « ${field} » (dont ${code} ; ${count(seen, 'entité', 'entités')}) ne sont pas du territoire (${territory}).`,
    repair: 'Retirez ces entités si elles sont de trop, ou corrigez le code.',
  },
  'keys.file': {
    title: 'Fichiers cités et absents',
    message: ({ value, count: seen, filled }, { field }) => {
      const spread =
        seen === undefined
          ? ''
          : ` Il en est ainsi de ${count(seen, 'valeur', 'valeurs')} sur ${number(filled)}.`;
      return `« ${field} » cite le fichier « ${value} », qui n’est pas dans la livraison.${spread}`;
    },
    repair: 'Ajoutez le fichier aux pièces écrites, ou corrigez son nom.',
  },
  'keys.files-absent': {
    title: 'Pièces écrites non fournies',
    message: ({ count: seen, example }) =>
      `${count(seen, 'pièce écrite est citée', 'pièces écrites sont citées')} (dont « ${example} »), mais aucun PDF n’est dans la livraison : leur présence n’a pas pu être contrôlée.`,
    repair: null,
  },
  'volume.empty': {
    title: 'Couche vide',
    message: () => 'La couche ne contient aucune entité : il n’y a rien à publier.',
    repair: 'Exportez-la de nouveau, sans filtre.',
  },
  'volume.dropped': {
    title: 'Chute du nombre d’entités',
    message: ({ seen, before, date }) =>
      `La couche a ${count(seen, 'entité', 'entités')}, contre ${number(before)} dans la version publiée (données du ${String(date).split('-').reverse().join('/')}) : ${percent(1 - Number(seen) / Number(before))} de moins.`,
    repair: 'Vérifiez que l’export n’est pas coupé ou filtré ; si c’est voulu, acceptez.',
  },
  'volume.capped': {
    title: 'Nombre d’entités égal à un plafond de service',
    message: ({ count: seen }) =>
      `La couche a exactement ${number(seen)} entités, le plafond de services comme le WFS de la Géoplateforme : le reste manque sans doute.`,
    repair: 'Téléchargez la suite (pagination), ou le fichier complet.',
  },
};
