import type { Extent } from './units.ts';

/** Where a figure comes from: a layer in the version that was read, or a document. */
export type SheetSource =
  | {
      kind: 'layer';
      layer: string;
      title: string;
      date: string;
      version: string;
      /** The words that its licence wants to be shown. */
      attribution?: string;
    }
  | { kind: 'document'; title: string; reference: string };

/** One figure of one commune. */
export interface SheetFigure {
  /** The column that finds it, unique in the sheet. */
  id: string;
  label: string;
  /** Null where it is not known: "non renseigné". */
  value: number | null;
  unit: string;
  /** How it is found, in one French sentence. */
  method: string;
  sources: SheetSource[];
  /** Place among the communes, 1 for the largest value, ties alike; null where there is no value. */
  rank: number | null;
  /** How many communes have a value. */
  outOf: number;
  /** Median of the communes that have a value. */
  median: number | null;
  better?: 'more' | 'less';
  /** French sentence: what the documents say otherwise, with their lines. The page marks it « à vérifier ». */
  doubt?: string;
}

/** A column of a list. */
export interface SheetColumn {
  id: string;
  label: string;
  unit?: string;
}

/** Things of the commune that are told one by one: sites with free plots, projects, council decisions. */
export interface SheetList {
  id: string;
  title: string;
  columns: SheetColumn[];
  /** One value a column; numbers are in the column's unit, days are ISO text. */
  rows: (string | number | null)[][];
  sources: SheetSource[];
  /** What is said where there are no rows. */
  empty: string;
  doubt?: string;
}

/** One subject of the page. */
export interface SheetSection {
  /** Id of the theme. */
  id: string;
  title: string;
  figures: SheetFigure[];
  lists: SheetList[];
}

/** All that the page of a commune says: `communes/<code>.json`, and the page is made of it alone. */
export interface CommuneSheet {
  version: 1;
  /** INSEE code. */
  code: string;
  name: string;
  /** Degrees. */
  extent: Extent;
  territory: {
    name: string;
    shortName: string;
    siren: string;
    communes: number;
    banner: string | null;
  };
  /** The latest date of the layers read: the page is as of that day. */
  asOf: string;
  /** Id of each layer read → version. */
  versions: Record<string, string>;
  sections: SheetSection[];
  /** Communes that share a border with it. */
  neighbours: { code: string; name: string }[];
}
