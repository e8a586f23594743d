// Data table: the words of DuckDB's SQL that an editor knows.

/** Words of the language, in lower case. */
export const KEYWORDS = new Set(
  `select from where group by having order limit offset distinct all as on using join inner left right full outer cross
  semi anti natural lateral asof positional union intersect except with recursive and or not in is null like ilike between
  exists case when then else end cast try_cast asc desc nulls first last true false over partition rows range window
  qualify filter exclude replace columns values unnest pivot unpivot interval date timestamp describe explain analyze show
  tables summarize sample tablesample collate escape similar to any some array`.split(/\s+/),
);

/** Common functions of DuckDB, in the order they are offered; what each gives is in `ui/strings/duckdb-help.ts`. */
export const DUCKDB_FUNCTIONS = [
  ['count', 'x'],
  ['sum', 'x'],
  ['avg', 'x'],
  ['min', 'x'],
  ['max', 'x'],
  ['median', 'x'],
  ['quantile_cont', 'x, part'],
  ['string_agg', 'texte, séparateur'],
  ['list', 'x'],
  ['any_value', 'x'],
  ['arg_max', 'x, y'],
  ['arg_min', 'x, y'],
  ['round', 'x, décimales'],
  ['floor', 'x'],
  ['ceil', 'x'],
  ['abs', 'x'],
  ['sqrt', 'x'],
  ['greatest', 'x, y'],
  ['least', 'x, y'],
  ['coalesce', 'x, y'],
  ['nullif', 'x, y'],
  ['lower', 'texte'],
  ['upper', 'texte'],
  ['trim', 'texte'],
  ['length', 'texte'],
  ['substr', 'texte, début, longueur'],
  ['left', 'texte, nombre'],
  ['replace', 'texte, cherché, remplaçant'],
  ['strip_accents', 'texte'],
  ['contains', 'texte, cherché'],
  ['starts_with', 'texte, début'],
  ['regexp_matches', 'texte, motif'],
  ['regexp_extract', 'texte, motif'],
  ['concat', 'a, b'],
  ['split_part', 'texte, séparateur, rang'],
  ['today', ''],
  ['year', 'date'],
  ['month', 'date'],
  ['date_diff', 'unité, début, fin'],
  ['date_trunc', 'unité, date'],
  ['strftime', 'date, format'],
  ['row_number', ''],
  ['rank', ''],
  ['lag', 'x'],
] as const;

/** Name of one of `DUCKDB_FUNCTIONS`. */
export type DuckdbFunctionName = (typeof DUCKDB_FUNCTIONS)[number][0];
