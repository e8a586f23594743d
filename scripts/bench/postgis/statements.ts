import { QUESTION, WITHIN_M, type Work } from '../works.ts';

const SHARED_AREA = 'ST_Area(ST_Intersection(p.geom, z.geom))';
/** A parcel wholly in a piece need not be cut: the test is quicker by far. */
const PIECE_AREA = `CASE WHEN ST_CoveredBy(p.geom, z.geom) THEN ST_Area(p.geom) ELSE ${SHARED_AREA} END`;
const IS_LARGE = `p.contenance >= ${QUESTION.minContenance}`;
const IS_NEAR_SCHOOL = `EXISTS (SELECT 1 FROM points t
      WHERE t.kind = '${QUESTION.pointKind}' AND ST_DWithin(p.geom, t.geom, ${QUESTION.metres}))`;

/** Statements that do the same work, each `SELECT id, value`; the fastest one is kept. */
export type Statements = Partial<Record<Work, readonly string[]>>;

/** How anybody would write it: whole zones under a GiST index. */
export const PLAIN_STATEMENTS: Statements = {
  intersects: [
    `SELECT DISTINCT p.id, 0 AS value FROM parcels p JOIN zones z ON ST_Intersects(p.geom, z.geom)`,
  ],
  within100: [
    `SELECT DISTINCT p.id, 0 AS value FROM parcels p JOIN zones z ON ST_DWithin(p.geom, z.geom, ${WITHIN_M})`,
  ],
  overlap: [
    `SELECT p.id, sum(ST_Area(ST_Intersection(p.geom, z.geom))) AS value
    FROM parcels p JOIN zones z ON ST_Intersects(p.geom, z.geom) GROUP BY p.id`,
  ],
  question: [questionOn('zones', SHARED_AREA)],
  nearest: [nearestOn('zones')],
  groupBy: [groupBy()],
};

/**
 * How an expert would: zones cut into pieces of at most 64 vertices (`ST_Subdivide`), which do not overlap, so that what a
 * parcel shares with them adds up; the zones themselves do not overlap either. Several forms of each, for the planner's taste.
 */
export const TUNED_STATEMENTS: Statements = {
  intersects: [
    `SELECT DISTINCT p.id, 0 AS value FROM zone_pieces z JOIN parcels p ON ST_Intersects(z.geom, p.geom)`,
    `SELECT p.id, 0 AS value FROM parcels p
    WHERE EXISTS (SELECT 1 FROM zone_pieces z WHERE ST_Intersects(z.geom, p.geom))`,
  ],
  within100: [
    `SELECT DISTINCT p.id, 0 AS value
    FROM zone_pieces z JOIN parcels p ON ST_DWithin(z.geom, p.geom, ${WITHIN_M})`,
    `SELECT p.id, 0 AS value FROM parcels p
    WHERE EXISTS (SELECT 1 FROM zone_pieces z WHERE ST_DWithin(p.geom, z.geom, ${WITHIN_M}))`,
  ],
  overlap: [overlapOnPieces(PIECE_AREA), overlapOnPieces(SHARED_AREA)],
  question: [questionOn('zone_pieces', PIECE_AREA), questionNearFirst()],
  nearest: [nearestOn('zone_pieces')],
  groupBy: [groupBy()],
};

function overlapOnPieces(area: string): string {
  return `SELECT p.id, sum(${area}) AS value
    FROM zone_pieces z JOIN parcels p ON ST_Intersects(z.geom, p.geom) GROUP BY p.id`;
}

function nearestOn(zones: string): string {
  return `SELECT t.id, n.value FROM points t CROSS JOIN LATERAL (
      SELECT z.geom <-> t.geom AS value FROM ${zones} z ORDER BY z.geom <-> t.geom LIMIT 1
    ) n`;
}

function questionOn(zones: string, area: string): string {
  return `SELECT p.id, 0 AS value FROM parcels p JOIN ${zones} z ON ST_Intersects(p.geom, z.geom)
    WHERE ${IS_LARGE} AND ${IS_NEAR_SCHOOL}
    GROUP BY p.id, p.geom HAVING sum(${area}) >= ${QUESTION.minShare} * ST_Area(p.geom)`;
}

function questionNearFirst(): string {
  return `WITH near AS MATERIALIZED (
      SELECT DISTINCT p.id, p.geom FROM points t JOIN parcels p ON ST_DWithin(t.geom, p.geom, ${QUESTION.metres})
      WHERE t.kind = '${QUESTION.pointKind}' AND ${IS_LARGE}
    )
    SELECT p.id, 0 AS value FROM near p JOIN zone_pieces z ON ST_Intersects(p.geom, z.geom)
    GROUP BY p.id, p.geom HAVING sum(${PIECE_AREA}) >= ${QUESTION.minShare} * ST_Area(p.geom)`;
}

function groupBy(): string {
  return `SELECT row_number() OVER (ORDER BY commune, section) - 1 AS id, sum(contenance)::float8 AS value
    FROM parcels GROUP BY commune, section`;
}
