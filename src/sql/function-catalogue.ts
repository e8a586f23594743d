// Data table: the spatial functions of SQL, named and meant as in PostGIS, and those of travel, which it has not.

/** A spatial function: what DuckDB is told of it, and what a reader. What it does is said in `ui/strings/sql-help.ts`. */
export interface SqlFunction {
  /** As PostGIS writes it, where it has it; SQL does not look at the case. */
  name: string;
  /** Parameters and body of each form it takes: a macro over the engine's own functions, whose names begin with `__`. */
  forms: { parameters: string[]; body: string }[];
  /** Answered by GEOS, which is loaded when a statement names such a function. */
  needsGeos: boolean;
  /** Answered over the network, whose layer is loaded when a statement names such a function. */
  needsNetwork: boolean;
  /** A function of many rows, as `sum` is. */
  isAggregate: boolean;
}

/** A relation that a join can ask of the index, by the function that names it; `swapped` is the same from the other side. */
export const INDEXED_PREDICATES: Record<string, { relation: string; swapped: string }> = {
  st_intersects: { relation: 'intersects', swapped: 'intersects' },
  st_within: { relation: 'within', swapped: 'contains' },
  st_contains: { relation: 'contains', swapped: 'within' },
  st_touches: { relation: 'touches', swapped: 'touches' },
  st_crosses: { relation: 'crosses', swapped: 'crosses' },
  st_overlaps: { relation: 'overlaps', swapped: 'overlaps' },
  st_equals: { relation: 'equals', swapped: 'equals' },
  st_dwithin: { relation: 'dWithin', swapped: 'dWithin' },
};

/** Every spatial function, in the order a reader sees them. */
export const SQL_FUNCTIONS: SqlFunction[] = [
  plain('ST_Intersects', 'a, b', '__intersects(a::BLOB, b::BLOB)'),
  plain('ST_Disjoint', 'a, b', 'NOT __intersects(a::BLOB, b::BLOB)'),
  plain('ST_Within', 'a, b', '__within(a::BLOB, b::BLOB)'),
  plain('ST_Contains', 'a, b', '__contains(a::BLOB, b::BLOB)'),
  plain('ST_Touches', 'a, b', '__touches(a::BLOB, b::BLOB)'),
  plain('ST_Crosses', 'a, b', '__crosses(a::BLOB, b::BLOB)'),
  plain('ST_Overlaps', 'a, b', '__overlaps(a::BLOB, b::BLOB)'),
  plain('ST_Equals', 'a, b', '__equals(a::BLOB, b::BLOB)'),
  plain('ST_DWithin', 'a, b, metres', '__dwithin(a::BLOB, b::BLOB, metres::DOUBLE)'),
  plain('ST_Distance', 'a, b', '__distance(a::BLOB, b::BLOB)'),
  plain('ST_Area', 'g', '__area(g::BLOB)'),
  plain('ST_Length', 'g', '__length(g::BLOB)'),
  plain('ST_Perimeter', 'g', '__perimeter(g::BLOB)'),
  {
    ...geos('ST_Buffer', 'g, metres', '__buffer(g::BLOB, metres::DOUBLE, 8)'),
    forms: [
      form('g, metres', '__buffer(g::BLOB, metres::DOUBLE, 8)'),
      form('g, metres, segments', '__buffer(g::BLOB, metres::DOUBLE, segments::INTEGER)'),
    ],
  },
  geos('ST_Intersection', 'a, b', '__intersection(a::BLOB, b::BLOB)'),
  geos('ST_Difference', 'a, b', '__difference(a::BLOB, b::BLOB)'),
  geos('ST_SymDifference', 'a, b', '__symdifference(a::BLOB, b::BLOB)'),
  {
    ...geos('ST_Union', 'a, b', '__union(a::BLOB, b::BLOB)'),
    forms: [
      form('a, b', '__union(a::BLOB, b::BLOB)'),
      form('g', "__unionlist(string_agg(hex(g::BLOB), ','))"),
    ],
  },
  aggregate(geos('ST_Union_Agg', 'g', "__unionlist(string_agg(hex(g::BLOB), ','))")),
  aggregate(plain('ST_Collect_Agg', 'g', "__collectlist(string_agg(hex(g::BLOB), ','))")),
  aggregate(
    plain(
      'ST_Extent_Agg',
      'g',
      '__makeenvelope(min(__xmin(g::BLOB)), min(__ymin(g::BLOB)), max(__xmax(g::BLOB)), max(__ymax(g::BLOB)))',
    ),
  ),
  geos('ST_Centroid', 'g', '__centroid(g::BLOB)'),
  geos('ST_PointOnSurface', 'g', '__pointonsurface(g::BLOB)'),
  geos('ST_ConvexHull', 'g', '__convexhull(g::BLOB)'),
  plain('ST_Envelope', 'g', '__envelope(g::BLOB)'),
  geos('ST_Simplify', 'g, metres', '__simplify(g::BLOB, metres::DOUBLE)'),
  geos('ST_SimplifyPreserveTopology', 'g, metres', '__simplify(g::BLOB, metres::DOUBLE)'),
  geos('ST_Boundary', 'g', '__boundary(g::BLOB)'),
  plain('ST_CollectionExtract', 'g, type', '__collectionextract(g::BLOB, type::INTEGER)'),
  plain('ST_StartPoint', 'g', '__startpoint(g::BLOB)'),
  plain('ST_EndPoint', 'g', '__endpoint(g::BLOB)'),
  geos('ST_IsValid', 'g', '__isvalid(g::BLOB)'),
  geos('ST_IsValidReason', 'g', 'decode(__isvalidreason(g::BLOB))'),
  geos('ST_MakeValid', 'g', '__makevalid(g::BLOB)'),
  {
    ...plain('ST_Transform', '', ''),
    forms: [
      form('g, crs', `__transform(g::BLOB, ${sridOf('crs')})`),
      form(
        'g, source, target, always_xy',
        `CASE WHEN always_xy THEN __transform(__setsrid(g::BLOB, ${sridOf('source')}), ${sridOf('target')})
          ELSE error('ST_Transform : always_xy doit être true (longitude, puis latitude)') END`,
      ),
    ],
  },
  plain('ST_SRID', 'g', '__srid(g::BLOB)'),
  plain('ST_SetSRID', 'g, srid', '__setsrid(g::BLOB, srid::INTEGER)'),
  plain('ST_X', 'g', '__x(g::BLOB)'),
  plain('ST_Y', 'g', '__y(g::BLOB)'),
  plain('ST_XMin', 'g', '__xmin(g::BLOB)'),
  plain('ST_YMin', 'g', '__ymin(g::BLOB)'),
  plain('ST_XMax', 'g', '__xmax(g::BLOB)'),
  plain('ST_YMax', 'g', '__ymax(g::BLOB)'),
  plain('ST_NPoints', 'g', '__npoints(g::BLOB)'),
  plain('ST_NumGeometries', 'g', '__numgeometries(g::BLOB)'),
  plain('ST_GeometryType', 'g', 'decode(__geometrytype(g::BLOB))'),
  plain('ST_Dimension', 'g', '__dimension(g::BLOB)'),
  plain('ST_IsEmpty', 'g', '__isempty(g::BLOB)'),
  plain('ST_AsText', 'g', 'decode(__astext(g::BLOB))'),
  plain('ST_AsWKB', 'g', '__aswkb(g::BLOB)'),
  plain('ST_AsBinary', 'g', '__aswkb(g::BLOB)'),
  plain('ST_AsGeoJSON', 'g', 'decode(__asgeojson(g::BLOB))'),
  {
    ...geos('ST_GeomFromText', 'wkt', '__fromtext(wkt::VARCHAR)'),
    forms: [
      form('wkt', '__fromtext(wkt::VARCHAR)'),
      form('wkt, srid', '__setsrid(__fromtext(wkt::VARCHAR), srid::INTEGER)'),
    ],
  },
  {
    ...plain('ST_GeomFromWKB', 'wkb', '__fromwkb(wkb::BLOB)'),
    forms: [
      form('wkb', '__fromwkb(wkb::BLOB)'),
      form('wkb, srid', '__setsrid(__fromwkb(wkb::BLOB), srid::INTEGER)'),
    ],
  },
  plain('ST_GeomFromGeoJSON', 'json', '__fromgeojson(json::VARCHAR)'),
  plain('ST_Point', 'x, y', '__point(x::DOUBLE, y::DOUBLE)'),
  plain('ST_MakePoint', 'x, y', '__point(x::DOUBLE, y::DOUBLE)'),
  {
    ...plain('ST_MakeEnvelope', '', ''),
    forms: [
      form(
        'xmin, ymin, xmax, ymax',
        '__makeenvelope(xmin::DOUBLE, ymin::DOUBLE, xmax::DOUBLE, ymax::DOUBLE)',
      ),
      form(
        'xmin, ymin, xmax, ymax, srid',
        '__setsrid(__makeenvelope(xmin::DOUBLE, ymin::DOUBLE, xmax::DOUBLE, ymax::DOUBLE), srid::INTEGER)',
      ),
    ],
  },
  travel('travel_minutes', 'a, b, mode', '__travelminutes(a::BLOB, b::BLOB, mode::VARCHAR)'),
  travel('travel_metres', 'a, b, mode', '__travelmetres(a::BLOB, b::BLOB, mode::VARCHAR)'),
  travel('travel_route', 'a, b, mode', '__travelroute(a::BLOB, b::BLOB, mode::VARCHAR)'),
  {
    ...travel(
      'travel_zone',
      'g, mode, minutes',
      '__travelzone(g::BLOB, mode::VARCHAR, minutes::DOUBLE)',
    ),
    needsGeos: true,
  },
];

/** The function of that name, in any case. */
export function findFunction(name: string): SqlFunction | undefined {
  return BY_NAME.get(name.toLowerCase());
}

/** How the forms of a function are written: `ST_Buffer(g, metres)`. */
export function signaturesOf({ name, forms }: SqlFunction): string[] {
  return forms.map(({ parameters }) => `${name}(${parameters.join(', ')})`);
}

/** The statement that makes a function known to DuckDB. */
export function macroOf({ name, forms }: SqlFunction): string {
  const bodies = forms.map(({ parameters, body }) => `(${parameters.join(', ')}) AS ${body}`);
  return `CREATE MACRO ${name}${bodies.join(', ')}`;
}

const BY_NAME = new Map(SQL_FUNCTIONS.map((entry) => [entry.name.toLowerCase(), entry]));

/** The number of a CRS by its name: `EPSG:3950`, `3950`, or `OGC:CRS84` for longitude and latitude. */
function sridOf(name: string): string {
  return `replace(replace(upper(${name}::VARCHAR), 'OGC:CRS84', '4326'), 'EPSG:', '')::INTEGER`;
}

function form(parameters: string, body: string): SqlFunction['forms'][number] {
  return { parameters: parameters.split(', '), body };
}

function plain(name: string, parameters: string, body: string): SqlFunction {
  return {
    name,
    forms: [form(parameters, body)],
    needsGeos: false,
    needsNetwork: false,
    isAggregate: false,
  };
}

function geos(name: string, parameters: string, body: string): SqlFunction {
  return { ...plain(name, parameters, body), needsGeos: true };
}

function travel(name: string, parameters: string, body: string): SqlFunction {
  return { ...plain(name, parameters, body), needsNetwork: true };
}

function aggregate(entry: SqlFunction): SqlFunction {
  return { ...entry, isAggregate: true };
}
