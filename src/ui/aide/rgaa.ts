// Data table: self-assessment of the screens by the 106 criteria of RGAA 4.1.2 (DISIC/RGAA, v4.1, criteres.json), theme by theme.

/** Whether a criterion holds: met, not met, not applicable, or not verified yet. */
export type RgaaResult = 'C' | 'NC' | 'NA' | 'NV';

/** A criterion by its number, whether it holds, and what there is to say of it; French. */
export type RgaaCriterion = readonly [id: string, result: RgaaResult, note: string];

/** The themes of RGAA with their criteria, in its order. */
export const RGAA: readonly { title: string; criteria: readonly RgaaCriterion[] }[] = [
  {
    title: 'Images',
    criteria: [
      ['1.1', 'C', 'images, symboles et graphiques nommés, vérifié par axe'],
      ['1.2', 'C', 'les pictogrammes qui doublent un mot sont ignorés'],
      [
        '1.3',
        'NV',
        'les alternatives sont écrites ; leur pertinence n’a pas été revue image par image',
      ],
      ['1.4', 'NA', 'pas de CAPTCHA'],
      ['1.5', 'NA', 'pas de CAPTCHA'],
      ['1.6', 'C', 'graphiques : tableau des mêmes chiffres ; carte : outil Décrire'],
      ['1.7', 'C', 'relecture du code : tableau et texte viennent des mêmes données que l’image'],
      ['1.8', 'NA', 'les noms dessinés sur la carte font partie de la carte'],
      ['1.9', 'NA', 'pas d’image légendée'],
    ],
  },
  {
    title: 'Cadres',
    criteria: [
      ['2.1', 'NA', 'l’atlas n’a pas de cadre'],
      ['2.2', 'NA', 'l’atlas n’a pas de cadre'],
    ],
  },
  {
    title: 'Couleurs',
    criteria: [
      [
        '3.1',
        'NV',
        'hachures, traits et libellés redisent la couleur de plusieurs couches ; toutes n’ont pas été revues',
      ],
      [
        '3.2',
        'C',
        'textes des écrans à 4,5:1 au moins, en clair et en sombre, vérifié par axe et par un test des couleurs ; les noms dessinés sur la carte, exemptée, n’ont pas été mesurés',
      ],
      [
        '3.3',
        'NC',
        'quelques teintes de couches ont moins de 3:1 avec le fond de plan ; les traits des graphiques n’ont pas été mesurés',
      ],
    ],
  },
  {
    title: 'Multimédia',
    criteria: Array.from(
      { length: 13 },
      (_, i): RgaaCriterion => [`4.${i + 1}`, 'NA', 'ni son ni vidéo'],
    ),
  },
  {
    title: 'Tableaux',
    criteria: [
      ['5.1', 'NA', 'pas de tableau complexe'],
      ['5.2', 'NA', 'pas de tableau complexe'],
      ['5.3', 'NA', 'pas de tableau de mise en forme'],
      ['5.4', 'C', 'relecture du code : chaque tableau a un titre ou un nom'],
      ['5.5', 'C', 'le titre dit de quoi sont les lignes'],
      ['5.6', 'C', 'en-têtes de colonnes et de lignes'],
      ['5.7', 'C', 'en-têtes liés par scope ou par rôle, vérifié par axe'],
      ['5.8', 'NA', 'pas de tableau de mise en forme'],
    ],
  },
  {
    title: 'Liens',
    criteria: [
      ['6.1', 'NV', 'aucun lien sans nom selon axe ; les intitulés n’ont pas été revus un à un'],
      ['6.2', 'C', 'aucun lien vide, vérifié par axe'],
    ],
  },
  {
    title: 'Scripts',
    criteria: [
      [
        '7.1',
        'NV',
        'noms, rôles et états vérifiés par axe ; la restitution par un lecteur d’écran n’a pas été essayée',
      ],
      ['7.2', 'C', 'la carte a son texte, qui suit la vue : un test le parcourt au clavier'],
      [
        '7.3',
        'NV',
        'un test déplace un sommet aux flèches, pose une question et imprime au clavier ; tous les écrans n’ont pas été parcourus',
      ],
      [
        '7.4',
        'NV',
        'les listes ne changent pas d’écran là où on l’a essayé ; elles n’ont pas toutes été revues',
      ],
      [
        '7.5',
        'C',
        'relecture du code : comptes, progression et erreurs sont dans des zones annoncées',
      ],
    ],
  },
  {
    title: 'Éléments obligatoires',
    criteria: [
      ['8.1', 'C', 'HTML 5'],
      [
        '8.2',
        'NV',
        'attributs ARIA vérifiés par axe ; le code produit n’est pas passé par un validateur HTML',
      ],
      ['8.3', 'C', 'langue : français, vérifié par axe'],
      ['8.4', 'C', 'code « fr »'],
      ['8.5', 'C', 'chaque écran a son titre de page'],
      ['8.6', 'C', 'le titre nomme l’écran et l’atlas'],
      [
        '8.7',
        'NC',
        'les messages techniques sont marqués comme anglais ; le plan d’exécution SQL et certaines valeurs des données ne le sont pas',
      ],
      ['8.8', 'C', 'code « en » pour les messages techniques, vérifié par axe'],
      ['8.9', 'C', 'les balises ne servent pas à la présentation'],
      ['8.10', 'NA', 'pas de changement du sens de lecture'],
    ],
  },
  {
    title: 'Structuration de l’information',
    criteria: [
      ['9.1', 'C', 'titres hiérarchisés, vérifié par axe'],
      ['9.2', 'C', 'bandeau, navigation, panneau et contenu principal, vérifié par axe'],
      ['9.3', 'C', 'listes et listes de définitions bien formées, vérifié par axe'],
      ['9.4', 'C', 'la mention de source à citer est balisée comme citation'],
    ],
  },
  {
    title: 'Présentation de l’information',
    criteria: [
      ['10.1', 'C', 'présentation par feuilles de style'],
      ['10.2', 'NV', 'la lecture sans feuilles de style n’a pas été essayée'],
      ['10.3', 'NV', 'l’ordre de lecture sans feuilles de style n’a pas été essayé'],
      ['10.4', 'C', 'un test ouvre les écrans dans une fenêtre lue à 400 %'],
      [
        '10.5',
        'NV',
        'les couleurs de texte et de fond n’ont pas été revues déclaration par déclaration',
      ],
      ['10.6', 'C', 'liens distincts du texte qui les entoure, vérifié par axe'],
      ['10.7', 'C', 'relecture des styles : un contour de 3 pixels sur tout ce qui prend le focus'],
      ['10.8', 'C', 'rien de caché ne prend le focus, vérifié par axe'],
      ['10.9', 'NV', 'l’usage de la forme et de la place n’a pas été revu sur tous les écrans'],
      ['10.10', 'C', 'les consignes nomment ce qu’elles visent'],
      [
        '10.11',
        'C',
        'un test mesure les écrans à 320 px : pas de défilement en deux sens, hors carte et tableaux',
      ],
      [
        '10.12',
        'NV',
        'un test espace le texte : rien ne déborde de la page ; un texte coupé dans un bouton ne serait pas vu',
      ],
      [
        '10.13',
        'NV',
        'les infobulles du navigateur redisent un nom ; ce que la carte montre au survol n’a pas été revu',
      ],
      ['10.14', 'C', 'rien n’apparaît par les styles seuls'],
    ],
  },
  {
    title: 'Formulaires',
    criteria: [
      ['11.1', 'C', 'chaque champ a une étiquette, vérifié par axe'],
      ['11.2', 'NV', 'la pertinence des étiquettes n’a pas été revue une à une'],
      ['11.3', 'NV', 'les étiquettes n’ont pas été comparées d’un écran à l’autre'],
      ['11.4', 'C', 'étiquettes accolées'],
      ['11.5', 'C', 'champs de même nature regroupés'],
      ['11.6', 'C', 'regroupements nommés'],
      ['11.7', 'NV', 'les noms de regroupements n’ont pas été revus un à un'],
      ['11.8', 'NV', 'des listes longues sont regroupées par thème ; toutes n’ont pas été revues'],
      ['11.9', 'C', 'chaque bouton a un nom, vérifié par axe'],
      [
        '11.10',
        'NV',
        'l’erreur d’une condition est liée à son champ, un test le vérifie ; les autres formulaires n’ont pas tous été revus',
      ],
      ['11.11', 'C', 'une erreur propose ce qu’il faut écrire'],
      ['11.12', 'NA', 'aucun engagement juridique ou financier'],
      ['11.13', 'NA', 'aucune donnée personnelle n’est demandée'],
    ],
  },
  {
    title: 'Navigation',
    criteria: [
      ['12.1', 'NC', 'un seul système de navigation entre les écrans'],
      ['12.2', 'C', 'la navigation est toujours à la même place'],
      ['12.3', 'NA', 'pas de plan du site'],
      ['12.4', 'NA', 'pas de plan du site'],
      ['12.5', 'NA', 'pas de moteur de recherche dans les écrans'],
      ['12.6', 'C', 'zones de regroupement nommées, vérifié par axe'],
      ['12.7', 'C', 'lien d’évitement vers la carte, puis vers son texte'],
      ['12.8', 'C', 'des tests au clavier suivent les principaux parcours'],
      [
        '12.9',
        'C',
        'pas de piège : des tests au clavier entrent et sortent des dialogues et de l’éditeur SQL',
      ],
      [
        '12.10',
        'NC',
        'en présentation de séance, des touches d’une lettre ne peuvent pas être coupées',
      ],
      ['12.11', 'NV', 'les contenus au survol de la carte n’ont pas été revus'],
    ],
  },
  {
    title: 'Consultation',
    criteria: [
      ['13.1', 'NA', 'pas de limite de temps'],
      ['13.2', 'C', 'aucune fenêtre ne s’ouvre d’elle-même'],
      [
        '13.3',
        'NV',
        'le rapport d’une réponse, les plans, les fiches et les documents de séance sont des PDF balisés, relus par programme et non avec un lecteur d’écran ; les fichiers de tableur n’ont pas été vérifiés',
      ],
      [
        '13.4',
        'NV',
        'les mêmes données sont à l’écran et en CSV ; les documents n’ont pas été comparés un à un',
      ],
      ['13.5', 'NA', 'pas de contenu cryptique'],
      ['13.6', 'NA', 'pas de contenu cryptique'],
      ['13.7', 'C', 'ni flash ni clignotement'],
      [
        '13.8',
        'C',
        'relecture des styles : les mouvements suivent le réglage du système, et le déroulé du temps s’arrête',
      ],
      ['13.9', 'C', 'portrait et paysage'],
      [
        '13.10',
        'C',
        'relecture du code : les gestes de plusieurs doigts ont un bouton, ceux qui glissent un champ ou un curseur',
      ],
      ['13.11', 'C', 'relecture du code : ce qui se presse agit au relâchement'],
      ['13.12', 'NA', 'rien ne dépend du mouvement de l’appareil'],
    ],
  },
];

/**
 * How many criteria hold, do not, do not apply and are not verified; `rate` is the share that holds of those that apply, 0 to 1:
 * what is not verified counts as not met.
 */
export function countRgaa(): Record<RgaaResult, number> & { rate: number } {
  const results = RGAA.flatMap(({ criteria }) => criteria.map(([, result]) => result));
  const count = (wanted: RgaaResult) => results.filter((result) => result === wanted).length;
  const [C, NC, NA, NV] = [count('C'), count('NC'), count('NA'), count('NV')];
  return { C, NC, NA, NV, rate: C / (C + NC + NV) };
}
