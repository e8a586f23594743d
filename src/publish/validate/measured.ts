import type { LngLat } from '../../domain/units.ts';
import { createSide, type Side } from '../../geo/layer-index.ts';
import { projectColumn, unprojectPosition } from '../../geo/project.ts';
import { type Geos, loadGeos } from '../../geos/geos.ts';
import { findInvalid, type InvalidRow } from './find-invalid.ts';
import { findOutside } from './outside.ts';
import { findPersonalColumns, type PersonalColumn } from './personal-columns.ts';
import type { RuleContext } from './rule.ts';
import { findTwins, type Twin } from './twins.ts';

/** What several rules need of a table, made when first asked for and once for all of them. */
export interface Measured {
  /** The table's geometry in the territory's metric CRS (metres), with its index. About 0.3 s for 300 000 parcels. */
  readonly side: Side;
  /** The communes in the same CRS; null where the site has none, or none with geometry. */
  readonly communes: Side | null;
  /** Rows that are the same set of points as an earlier row. */
  twins(): Promise<Twin[]>;
  /** Rows with geometry of which no point lies in the territory, ascending: see `findOutside`. */
  outside(): Promise<number[]>;
  /** Rows whose geometry is not valid, with what their repair changes. */
  invalid(): Promise<InvalidRow[]>;
  /** Columns that look personal, and are not kept. */
  personalColumns(): Promise<PersonalColumn[]>;
  /** GEOS, loaded once. @throws {AppError} as `loadGeos`. */
  geos(): Promise<Geos>;
  /** Degrees of a position in the metric CRS. */
  toDegrees(x: number, y: number): LngLat;
}

/** The measures of the table of a context, which must not change afterwards. */
export function measure(context: RuleContext): Measured {
  const { metricCrs } = context.territory;
  let side: Side | null = null;
  let communes: Side | null = null;
  let twins: Promise<Twin[]> | null = null;
  let invalid: Promise<InvalidRow[]> | null = null;
  let personal: Promise<PersonalColumn[]> | null = null;
  let outside: Promise<number[]> | null = null;
  const measured: Measured = {
    get side() {
      side ??= createSide(projectColumn(context.table.geometry, metricCrs));
      return side;
    },
    get communes() {
      if (!context.communes || context.communes.geometry.xy.length === 0) return null;
      communes ??= createSide(projectColumn(context.communes.geometry, metricCrs));
      return communes;
    },
    twins() {
      twins ??= findTwins(context, measured.side);
      return twins;
    },
    outside() {
      outside ??= findOutside(context, measured);
      return outside;
    },
    invalid() {
      invalid ??= findInvalid(context, measured);
      return invalid;
    },
    personalColumns() {
      personal ??= findPersonalColumns(context);
      return personal;
    },
    geos: loadGeos,
    toDegrees: (x, y) => unprojectPosition([x, y], metricCrs),
  };
  return measured;
}
