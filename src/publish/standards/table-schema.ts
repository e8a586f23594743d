import type { FieldType, GeometryFamily, LayerStyle, StyleClass } from '../../domain/layer.ts';

/** How the text of a value must be written. */
export type ValueForm =
  | 'aaaammjj'
  | 'iso-date'
  | 'insee'
  | 'siren'
  | 'siret'
  | 'idu'
  | 'idurba'
  | 'url'
  | 'rgb';

/** One attribute that an official schema describes. */
export interface SchemaField {
  /** As the standard spells it; sources are compared without case. */
  name: string;
  /** French label. */
  label: string;
  type: FieldType;
  /**
   * The column must be there: its absence is an error, or a warning where the standard only advises it or where an
   * earlier version of it, which is still read, did not know it.
   */
  presence: 'required' | 'advised' | 'optional';
  /** A value must be there in every row. */
  notEmpty?: boolean;
  maxLength?: number;
  /** Official code → French meaning: no other value may stand. */
  codes?: Record<string, string>;
  /** Codes of former versions of the standard: still read and labelled, though they should be replaced. */
  formerCodes?: Record<string, string>;
  /** What separates several codes in one value, for instance `-` or `|`. */
  separator?: string;
  form?: ValueForm;
  /** A regular expression that the whole value matches. */
  pattern?: string;
  min?: number;
  max?: number;
  unit?: string;
  /** No two rows have the same value. */
  unique?: boolean;
  /** Table and field that the value must be found in, within the same delivery: `DOC_URBA.IDURBA`. */
  references?: string;
  /** The value names a file of the delivery (`NOMFIC`), perhaps with `#page=…`. */
  isFile?: boolean;
  description?: string;
}

/** Two fields whose codes are read together, joined by `-`: TYPEPSC and STYPEPSC. */
export interface CodePair {
  fields: [string, string];
  /** Official pair → French meaning: no other pair may stand. */
  codes: Record<string, string>;
}

/** A version of a standard whose tables have all of `has` and none of `lacks`. */
export interface FormerVersion {
  /** "v2017". */
  name: string;
  has?: string[];
  lacks?: string[];
}

/** One table of an official schema. */
export interface TableSchema {
  /** `cnig-plu/2024/zone_urba`. */
  id: string;
  /** Name of the standard with its version, for readers: "CNIG PLU/PLUi v2024 (rév. juin 2025)". */
  standard: string;
  /** Table name as the standard spells it. */
  table: string;
  title: string;
  noun: [singular: string, plural: string];
  gender: 'm' | 'f';
  /** `any` where the standard leaves the choice; null for a table without geometry. */
  geometry: GeometryFamily | 'any' | null;
  /** How sources name the table; absent where the name alone says too little. */
  naming?: RegExp;
  /** Fields that together tell the table from any other, whatever its name; absent where its name alone can. */
  signature?: string[];
  /** The polygons neither overlap nor leave gaps. */
  isPartition?: boolean;
  /** Fields that together name a row uniquely. */
  key?: string;
  titleField?: string;
  /** The official symbology, where there is one. */
  style?: LayerStyle;
  /** Classes of the style for codes of former versions, drawn where they occur. */
  formerClasses?: StyleClass[];
  fields: SchemaField[];
  /** Fields of former versions of the standard: read and labelled, no longer asked for. */
  formerFields?: SchemaField[];
  /** Versions before the current one, told by their columns: the first that fits. */
  formerVersions?: FormerVersion[];
  pair?: CodePair;
  /** Fields that the delivery joined from its other tables: labelled, not checked. */
  joinedFields?: SchemaField[];
}
