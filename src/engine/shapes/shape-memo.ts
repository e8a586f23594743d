import type { MetricCrs } from '../../domain/crs.ts';
import type { ShapeGeometry } from '../../domain/shape.ts';
import { geometriesToColumn } from '../../geo/from-geojson.ts';
import { ByteCache } from '../answer/byte-cache.ts';
import { type KernelRows, shapeRows } from '../loaded-rows.ts';
import type { Work } from '../work.ts';
import { findInvalidity } from './find-invalidity.ts';

/** A shape ready to be related, and where it breaks a rule of geometry: null where it breaks none. */
export interface KnownShape {
  rows: KernelRows;
  fault: { at: readonly number[] | null } | null;
}

/** The shapes of questions, told apart by their coordinates: each is checked, projected and indexed once. */
export class ShapeMemo {
  readonly #known = new ByteCache<KnownShape>(MAX_BYTES);
  #serial = 0;

  /**
   * A shape of a question that `checkQuestion` accepted.
   * @throws {AppError} `geometry-invalid` for coordinates that make no geometry.
   */
  async open(geometry: ShapeGeometry, crs: MetricCrs, work: Work): Promise<KnownShape> {
    const text = JSON.stringify([crs, geometry]);
    const known = this.#known.get(text);
    if (known) return known;
    const column = geometriesToColumn([geometry]);
    const fault = await findInvalidity(column, 0, work);
    this.#serial += 1;
    const shape = { rows: shapeRows(`shape ${this.#serial}`, column, crs), fault };
    this.#known.set(text, shape, 4 * text.length);
    return shape;
  }
}

const MAX_BYTES = 8 * 1024 * 1024;
