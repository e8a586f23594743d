// Data table: the 34 themes of the INSPIRE directive.
import { foldText } from '../fold-text.ts';

/** One theme of the annexes of directive 2007/2/EC. */
export interface InspireTheme {
  /** French title, as in GEMET: "Usage des sols". */
  title: string;
  /** Topic category of ISO 19115 (regulation 1205/2008, part D 2); null for reference systems and grids. */
  topic: string | null;
  /** Code of the EU data theme (`ENVI`), by SEMIC's alignment `inspire-themes-to-mdr-data-themes`. */
  dataTheme: string;
}

/** Code in the INSPIRE registry (`http://inspire.ec.europa.eu/theme/lu`) → theme. */
export const INSPIRE_THEMES: Record<string, InspireTheme> = {
  rs: { title: 'Référentiels de coordonnées', topic: null, dataTheme: 'TECH' },
  gg: { title: 'Systèmes de maillage géographique', topic: null, dataTheme: 'TECH' },
  gn: { title: 'Dénominations géographiques', topic: 'location', dataTheme: 'GOVE' },
  au: { title: 'Unités administratives', topic: 'boundaries', dataTheme: 'GOVE' },
  ad: { title: 'Adresses', topic: 'location', dataTheme: 'GOVE' },
  cp: { title: 'Parcelles cadastrales', topic: 'planningCadastre', dataTheme: 'ECON' },
  tn: { title: 'Réseaux de transport', topic: 'transportation', dataTheme: 'TRAN' },
  hy: { title: 'Hydrographie', topic: 'inlandWaters', dataTheme: 'ENVI' },
  ps: { title: 'Sites protégés', topic: 'environment', dataTheme: 'ENVI' },
  el: { title: 'Altitude', topic: 'elevation', dataTheme: 'TECH' },
  lc: { title: 'Occupation des terres', topic: 'imageryBaseMapsEarthCover', dataTheme: 'ENVI' },
  oi: { title: 'Ortho-imagerie', topic: 'imageryBaseMapsEarthCover', dataTheme: 'TECH' },
  ge: { title: 'Géologie', topic: 'geoscientificInformation', dataTheme: 'TECH' },
  su: { title: 'Unités statistiques', topic: 'boundaries', dataTheme: 'SOCI' },
  bu: { title: 'Bâtiments', topic: 'structure', dataTheme: 'ECON' },
  so: { title: 'Sols', topic: 'geoscientificInformation', dataTheme: 'ENVI' },
  lu: { title: 'Usage des sols', topic: 'planningCadastre', dataTheme: 'TECH' },
  hh: { title: 'Santé et sécurité des personnes', topic: 'health', dataTheme: 'HEAL' },
  us: {
    title: 'Services d’utilité publique et services publics',
    topic: 'utilitiesCommunication',
    dataTheme: 'GOVE',
  },
  ef: {
    title: 'Installations de suivi environnemental',
    topic: 'structure',
    dataTheme: 'ENVI',
  },
  pf: { title: 'Lieux de production et sites industriels', topic: 'structure', dataTheme: 'ECON' },
  af: { title: 'Installations agricoles et aquacoles', topic: 'farming', dataTheme: 'AGRI' },
  pd: {
    title: 'Répartition de la population – démographie',
    topic: 'society',
    dataTheme: 'SOCI',
  },
  am: {
    title: 'Zones de gestion, de restriction ou de réglementation et unités de déclaration',
    topic: 'planningCadastre',
    dataTheme: 'ENVI',
  },
  nz: {
    title: 'Zones à risque naturel',
    topic: 'geoscientificInformation',
    dataTheme: 'ENVI',
  },
  ac: {
    title: 'Conditions atmosphériques',
    topic: 'climatologyMeteorologyAtmosphere',
    dataTheme: 'ENVI',
  },
  mf: {
    title: 'Caractéristiques géographiques météorologiques',
    topic: 'climatologyMeteorologyAtmosphere',
    dataTheme: 'ENVI',
  },
  of: {
    title: 'Caractéristiques géographiques océanographiques',
    topic: 'oceans',
    dataTheme: 'ENVI',
  },
  sr: { title: 'Régions maritimes', topic: 'oceans', dataTheme: 'ENVI' },
  br: { title: 'Régions biogéographiques', topic: 'biota', dataTheme: 'ENVI' },
  hb: { title: 'Habitats et biotopes', topic: 'biota', dataTheme: 'ENVI' },
  sd: { title: 'Répartition des espèces', topic: 'biota', dataTheme: 'ENVI' },
  er: { title: 'Sources d’énergie', topic: 'economy', dataTheme: 'ENER' },
  mr: { title: 'Ressources minérales', topic: 'economy', dataTheme: 'ECON' },
};

/**
 * Code of the theme that a keyword names: by its title, whatever the case, accents and apostrophes, by its code, or by
 * its address in the INSPIRE registry or in GEMET; null for any other text.
 */
export function findInspireTheme(text: string): string | null {
  const address = text.trim().match(/theme\/([a-z]{2})\/?$/i)?.[1];
  const code = (address ?? text.trim()).toLowerCase();
  if (Object.hasOwn(INSPIRE_THEMES, code)) return code;
  return CODES.get(foldText(text)) ?? null;
}

/** The CNIG's standards of risks write one title in another way. */
const OTHER_TITLES: Record<string, string> = { 'Zones de risque naturel': 'nz' };

const CODES = new Map([
  ...Object.entries(INSPIRE_THEMES).map(([code, { title }]) => [foldText(title), code] as const),
  ...Object.entries(OTHER_TITLES).map(([title, code]) => [foldText(title), code] as const),
]);
