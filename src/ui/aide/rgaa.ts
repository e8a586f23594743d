// Data table: self-assessment of the screens by the 106 criteria of RGAA 4.1.2 (DISIC/RGAA, v4.1, criteres.json), theme by theme.

/** Whether a criterion holds: met, not met, or not applicable. */
export type RgaaResult = 'C' | 'NC' | 'NA';

/** A criterion by its number, whether it holds, and what there is to say of it; French. */
export type RgaaCriterion = readonly [id: string, result: RgaaResult, note: string];

/** The themes of RGAA with their criteria, in its order. */
export const RGAA: readonly { title: string; criteria: readonly RgaaCriterion[] }[] = [
  {
    title: 'Images',
    criteria: [
      ['1.1', 'C', 'graphiques, symboles de légende et plans imprimés ont une alternative'],
      ['1.2', 'C', 'les pictogrammes qui doublent un mot sont ignorés'],
      ['1.3', 'C', 'l’alternative d’un graphique dit ce qu’il mesure'],
      ['1.4', 'NA', 'pas de CAPTCHA'],
      ['1.5', 'NA', 'pas de CAPTCHA'],
      ['1.6', 'C', 'graphiques : tableau des mêmes chiffres ; carte : outil Décrire'],
      ['1.7', 'C', 'tableau et texte viennent des mêmes données que l’image'],
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
      ['3.1', 'C', 'hachures, traits, libellés et formes redisent la couleur'],
      ['3.2', 'C', 'textes à 4,5:1 au moins, en clair et en sombre, tenus par un test'],
      ['3.3', 'NC', 'quelques teintes de couches ont moins de 3:1 avec le fond de plan'],
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
      ['5.4', 'C', 'chaque tableau a un titre'],
      ['5.5', 'C', 'le titre dit de quoi sont les lignes'],
      ['5.6', 'C', 'en-têtes de colonnes et de lignes'],
      ['5.7', 'C', 'en-têtes liés par scope ou par rôle'],
      ['5.8', 'NA', 'pas de tableau de mise en forme'],
    ],
  },
  {
    title: 'Liens',
    criteria: [
      ['6.1', 'C', 'intitulés explicites, seuls ou dans leur phrase'],
      ['6.2', 'C', 'aucun lien vide'],
    ],
  },
  {
    title: 'Scripts',
    criteria: [
      ['7.1', 'C', 'noms, rôles et états tenus par axe et par les tests au clavier'],
      ['7.2', 'C', 'la carte a son texte, qui suit la vue'],
      [
        '7.3',
        'NC',
        'déplacer un sommet déjà dessiné demande un pointeur ; au clavier, on retape les coordonnées',
      ],
      ['7.4', 'C', 'aucun changement de contexte sans action'],
      ['7.5', 'C', 'comptes, progression et erreurs sont annoncés'],
    ],
  },
  {
    title: 'Éléments obligatoires',
    criteria: [
      ['8.1', 'C', 'HTML 5'],
      ['8.2', 'C', 'identifiants et imbrications vérifiés par axe'],
      ['8.3', 'C', 'langue : français'],
      ['8.4', 'C', 'code « fr »'],
      ['8.5', 'C', 'chaque écran a son titre de page'],
      ['8.6', 'C', 'le titre nomme l’écran et l’atlas'],
      [
        '8.7',
        'NC',
        'la documentation SQL et certaines valeurs des données contiennent des mots anglais non marqués',
      ],
      ['8.8', 'NA', 'pas d’autre langue marquée'],
      ['8.9', 'C', 'les balises ne servent pas à la présentation'],
      ['8.10', 'NA', 'pas de changement du sens de lecture'],
    ],
  },
  {
    title: 'Structuration de l’information',
    criteria: [
      ['9.1', 'C', 'titres hiérarchisés, vérifiés par axe'],
      ['9.2', 'C', 'bandeau, navigation, panneau et contenu principal'],
      ['9.3', 'C', 'listes et listes de définitions'],
      ['9.4', 'NA', 'pas de citation'],
    ],
  },
  {
    title: 'Présentation de l’information',
    criteria: [
      ['10.1', 'C', 'présentation par feuilles de style'],
      ['10.2', 'C', 'le contenu reste sans feuilles de style'],
      ['10.3', 'C', 'l’ordre du texte est celui de la lecture'],
      ['10.4', 'C', 'lisible à 200 %'],
      ['10.5', 'C', 'couleurs de texte et de fond déclarées ensemble'],
      ['10.6', 'C', 'liens soulignés'],
      ['10.7', 'C', 'prise de focus visible partout'],
      ['10.8', 'C', 'ce qui est caché l’est pour tous'],
      ['10.9', 'C', 'rien n’est dit par la forme ou la place seules'],
      ['10.10', 'C', 'les consignes nomment ce qu’elles visent'],
      ['10.11', 'C', 'pas de défilement en deux sens à 320 px, hors carte et tableaux'],
      ['10.12', 'C', 'espacement du texte augmenté sans perte'],
      ['10.13', 'C', 'rien ne se lit au survol seul'],
      ['10.14', 'C', 'rien n’apparaît par les styles seuls'],
    ],
  },
  {
    title: 'Formulaires',
    criteria: [
      ['11.1', 'C', 'chaque champ a une étiquette'],
      ['11.2', 'C', 'étiquettes pertinentes'],
      ['11.3', 'C', 'étiquettes constantes d’un écran à l’autre'],
      ['11.4', 'C', 'étiquettes accolées'],
      ['11.5', 'C', 'champs de même nature regroupés'],
      ['11.6', 'C', 'regroupements nommés'],
      ['11.7', 'C', 'noms de regroupements pertinents'],
      ['11.8', 'C', 'longues listes regroupées'],
      ['11.9', 'C', 'boutons nommés par un verbe'],
      ['11.10', 'NC', 'quelques erreurs de saisie sont dites près du champ sans lui être liées'],
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
      ['12.6', 'C', 'zones de regroupement nommées'],
      ['12.7', 'C', 'lien d’évitement vers la carte, puis vers son texte'],
      ['12.8', 'C', 'ordre de tabulation logique'],
      ['12.9', 'C', 'pas de piège au clavier'],
      [
        '12.10',
        'NC',
        'en présentation de séance, des touches d’une lettre ne peuvent pas être coupées',
      ],
      ['12.11', 'C', 'tout contenu additionnel est atteint au clavier'],
    ],
  },
  {
    title: 'Consultation',
    criteria: [
      ['13.1', 'NA', 'pas de limite de temps'],
      ['13.2', 'C', 'aucune fenêtre ne s’ouvre d’elle-même'],
      ['13.3', 'NC', 'le rapport PDF d’une réponse n’est pas balisé ; les plans imprimés le sont'],
      ['13.4', 'C', 'les mêmes chiffres sont à l’écran et en CSV'],
      ['13.5', 'NA', 'pas de contenu cryptique'],
      ['13.6', 'NA', 'pas de contenu cryptique'],
      ['13.7', 'C', 'ni flash ni clignotement'],
      ['13.8', 'C', 'les mouvements suivent le réglage du système'],
      ['13.9', 'C', 'portrait et paysage'],
      ['13.10', 'C', 'chaque geste a son bouton'],
      ['13.11', 'C', 'les actions se font au relâchement'],
      ['13.12', 'NA', 'rien ne dépend du mouvement de l’appareil'],
    ],
  },
];

/** How many criteria hold, do not, and do not apply; `rate` is the share that holds of those that apply, 0 to 1. */
export function countRgaa(): Record<RgaaResult, number> & { rate: number } {
  const results = RGAA.flatMap(({ criteria }) => criteria.map(([, result]) => result));
  const count = (wanted: RgaaResult) => results.filter((result) => result === wanted).length;
  const [C, NC, NA] = [count('C'), count('NC'), count('NA')];
  return { C, NC, NA, rate: C / (C + NC) };
}
