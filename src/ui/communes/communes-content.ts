import type { Catalogue } from '../../domain/catalogue.ts';
import { type Rank, rankCommunes, spreadOf } from '../../domain/commune-ranks.ts';
import type { CommuneFigure } from '../../domain/library.ts';
import type { ExportColumn, ExportContent } from '../../export/export-content.ts';
import type { CommuneValues } from '../../state/commune-actions.ts';
import { communes } from '../strings/communes.ts';

/** What tables of communes are told besides their figures. */
export interface CommunesSetting {
  catalogue: Catalogue;
  /** Layer id → version read. */
  versions: Record<string, string>;
  nameOf(code: string): string;
  link: string;
}

/** The communes by rank of a figure, the largest value first, with what each is from the median. */
export function rankingContent(
  figure: CommuneFigure,
  ranks: [code: string, rank: Rank][],
  median: number | null,
  setting: CommunesSetting,
): ExportContent {
  const { columns } = communes;
  const { label, unit } = figure;
  const rows = ranks
    .map(([code, { rank, value }]) => {
      return [rank, code, setting.nameOf(code), value, median === null ? null : value - median];
    })
    .sort(([a], [b]) => Number(a) - Number(b));
  return {
    ...common(setting),
    name: 'arpent-communes',
    title: `${communes.ranking} : ${label}`,
    criteria: figure.method,
    columns: [
      { name: 'rang', label: columns.rank, type: 'integer' },
      { name: 'code_insee', label: communes.code, type: 'text' },
      { name: 'commune', label: columns.commune, type: 'text', isName: true },
      { name: figure.column, label, type: 'number', unit },
      { name: 'ecart_mediane', label: columns.gap, type: 'number', unit: gapUnit(unit) },
    ],
    rows,
    key: 'code_insee',
  };
}

/** Every figure of two communes, a row each: their values and ranks, their difference, the median of all. */
export function pairContent(
  figures: { theme: string; figure: CommuneFigure; values: CommuneValues }[],
  codes: [string, string],
  setting: CommunesSetting,
): ExportContent {
  const [first, second] = codes.map(setting.nameOf) as [string, string];
  const number = (name: string, label: string): ExportColumn => ({ name, label, type: 'number' });
  return {
    ...common(setting),
    name: 'arpent-deux-communes',
    title: `${first} et ${second}`,
    criteria: communes.pairIntro,
    columns: [
      { name: 'theme', label: communes.theme, type: 'text' },
      { name: 'chiffre', label: communes.figure, type: 'text' },
      { name: 'unite', label: communes.unit, type: 'text' },
      number('valeur_1', first),
      { name: 'rang_1', label: communes.rankOf(first), type: 'integer' },
      number('valeur_2', second),
      { name: 'rang_2', label: communes.rankOf(second), type: 'integer' },
      number('ecart', communes.difference),
      number('mediane', communes.median),
    ],
    rows: figures.map(({ theme, figure, values }) => {
      const entries = new Map(Object.entries(values));
      const ranks = rankCommunes(entries);
      const [a, b] = codes.map((code) => ranks.get(code) ?? null);
      return [
        theme,
        figure.label,
        figure.unit,
        a?.value ?? null,
        a?.rank ?? null,
        b?.value ?? null,
        b?.rank ?? null,
        a && b ? b.value - a.value : null,
        spreadOf(entries)?.median ?? null,
      ];
    }),
    key: null,
  };
}

function common({ catalogue, versions, link }: CommunesSetting) {
  const { territory, layers } = catalogue;
  const read = layers.filter(({ id }) => versions[id] !== undefined);
  return {
    geometry: null,
    family: null,
    metricCrs: territory.metricCrs,
    sources: read.map(({ id, title, producer, licence, date }) => {
      return { title, producer, licence, date, version: versions[id] ?? '' };
    }),
    notes: read.some(({ simulated }) => simulated) && territory.banner ? [territory.banner] : [],
    link,
  };
}

const gapUnit = (unit: string): string => (unit === '%' ? 'points' : unit);
