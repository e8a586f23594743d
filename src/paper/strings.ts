import { type MetricCrs, nationalCrs } from '../domain/crs.ts';
import { crsInFull, crsWithCode } from '../domain/nomenclature/metric-crs.ts';

/** The French words of the sheet of a plan. */
export const sheetStrings = {
  scale: (scale: number) => `Échelle 1:${number(scale, 0)}`,
  /** What a centimetre of the paper is on the ground. */
  ground: (scale: number) => `1 cm sur la feuille = ${groundLength(scale / 100)} sur le terrain`,
  onPaper: (paper: string) => `à l’impression sur ${paper}, à 100 % (sans « ajuster à la page »)`,
  error: (crs: MetricCrs, least: number, most: number, atMost: number) =>
    `Échelle exacte dans toute la feuille en ${crsInFull(crs)} ; écart avec le terrain de ${signed(least)} à ${signed(most)} cm par km, ` +
    `soit ${atMost < 0.01 ? 'moins de 0,01' : `au plus ${number(atMost, 2)}`} mm pour 100 mm.`,
  convergence: (degrees: number) =>
    Math.abs(degrees) < 0.05
      ? 'Le nord du quadrillage est en haut.'
      : `Le nord du quadrillage est en haut ; le nord géographique est à ${number(Math.abs(degrees), 1)}° à ${degrees > 0 ? 'l’est' : 'l’ouest'}.`,
  grid: (crs: MetricCrs) => `Amorces en bordure : ${crsWithCode(nationalCrs(crs))}, en kilomètres.`,
  legend: 'Légende',
  notes: 'Notes',
  note: (title: string, text: string) => `${title} : ${text}`,
  base: 'Fond de plan',
  situation: 'Situation',
  situationAlt: (territory: string) =>
    `Carte de situation : le cadre de la feuille dans les communes de ${territory}.`,
  sources: 'Sources',
  /** Layers of one producer and one licence: `Insee, Licence Ouverte 2.0 : Communes (1er janvier 2026), Îlots (5 mai 2025).` */
  source: (credit: string, layers: { title: string; date: string }[]) =>
    `${credit}\u00a0: ${layers.map(({ title, date }) => `${title} (${day(date)})`).join(', ')}.`,
  freshness: (oldest: string, latest: string) =>
    oldest === latest
      ? `Données du ${day(latest)}.`
      : `Données du ${day(oldest)} au ${day(latest)}, selon la couche.`,
  notDrawn: 'Affiché à l’écran, absent de cette feuille',
  fromScale: (title: string, scale: number) =>
    `${title} : seulement à partir du 1:${number(scale, 0)}.`,
  missing: (title: string) =>
    `${title} : la couche n’a pas pu être lue. La feuille est incomplète.`,
  nothing: 'Aucun objet des couches affichées dans ce cadre.',
  binding: 'Document d’information. Seul le document opposable fait foi.',
  made: (iso: string) => `Édité le ${day(iso)} avec Arpent`,
  page: (page: number, pages: number) => `Page ${page} sur ${pages}`,
  continued: (title: string) => `${title} (suite)`,
  north: 'N',
  mapAlt: (title: string, scale: number, layers: string[]) =>
    `Plan « ${title} » au 1:${number(scale, 0)}, le nord en haut.` +
    (layers.length > 0 ? ` Il montre : ${layers.join(', ')}.` : ''),
  barAlt: (length: string) => `Barre d’échelle de ${length} et flèche du nord.`,
  barLength: groundLength,
};

/** `20 m`, `1,5 km`. */
function groundLength(metres: number): string {
  return metres >= 1000 ? `${number(metres / 1000, 3)}\u00a0km` : `${number(metres, 2)}\u00a0m`;
}

function signed(value: number): string {
  const sign = value < 0 ? '−' : '+';
  return `${sign}${number(Math.abs(value), 1)}`;
}

function number(value: number, digits: number): string {
  return value.toLocaleString('fr-FR', { maximumFractionDigits: digits });
}

/** `1er janvier 2026`. */
function day(iso: string): string {
  const [year, month, date] = iso.split('-').map(Number) as [number, number, number];
  const name = new Date(Date.UTC(year, month - 1, date)).toLocaleDateString('fr-FR', {
    month: 'long',
    timeZone: 'UTC',
  });
  return `${date === 1 ? '1er' : date} ${name} ${year}`;
}
