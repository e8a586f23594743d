import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import {
  allRelationsOf,
  type Condition,
  layersOf,
  type Question,
  relationsOf,
} from '../../domain/question.ts';
import { conditionToSql, sizeOf } from './condition-sql.ts';
import type { Dialect, DialectName } from './dialect.ts';
import { duckdb } from './duckdb.ts';
import { existsForm } from './exists-form.ts';
import { joinedForm, topConditions } from './joined-form.ts';
import { messages } from './messages.ts';
import { orderTests } from './order-tests.ts';
import { postgis } from './postgis.ts';
import { indent, type RelationForm, TARGET, whereClause } from './relation-form.ts';
import {
  BORDER_WIDTH_M,
  isMeasured,
  type NumberedRelation,
  numberRelations,
  type RelationSetting,
} from './relation-sql.ts';
import { sedona } from './sedona.ts';

/** What the comments above the SQL say besides what the question and the catalogue hold. */
export interface EmitOptions {
  /** The question in words. */
  sentence?: string;
  /** Address or folder that the paths of the layers' files start from, with its final slash. Default: none. */
  base?: string;
}

/** A question in the SQL of another engine. */
export interface EmittedSql {
  /** Comments: the question, the layers with their versions, how to load them. */
  header: string;
  /** One statement: `key` and the measures of each feature found, named as the engine names them, by key. */
  select: string;
  /** One statement that counts the features found by the question's `groupBy`; null without one. */
  groups: string | null;
}

/**
 * A question in PostGIS SQL: comments, a statement that gives the keys and measures that the engine answers, and one more
 * when the question is grouped. The tables are named as the layers and hold `geom` in the territory's metric CRS.
 * @throws {AppError} `layer-unknown` when the question names a layer that the catalogue has not.
 */
export function questionToPostgis(
  question: Question,
  catalogue: Catalogue,
  options?: EmitOptions,
): string {
  return sqlText(questionToSql(question, catalogue, 'postgis', options));
}

/** The same in the SQL of DuckDB with its `spatial` extension. */
export function questionToDuckdb(
  question: Question,
  catalogue: Catalogue,
  options?: EmitOptions,
): string {
  return sqlText(questionToSql(question, catalogue, 'duckdb', options));
}

/** The same in the SQL of Apache Sedona, for a region or a country. */
export function questionToSedona(
  question: Question,
  catalogue: Catalogue,
  options?: EmitOptions,
): string {
  return sqlText(questionToSql(question, catalogue, 'sedona', options));
}

/** A question in a dialect, in parts. */
export function questionToSql(
  question: Question,
  catalogue: Catalogue,
  name: DialectName,
  options: EmitOptions = {},
): EmittedSql {
  const dialect = DIALECTS_BY_NAME[name];
  const target = findLayer(catalogue, question.target);
  const relations = numberRelations(relationsOf(question.where), null);
  const setting = { dialect, target, catalogue };
  const isIndexed = dialect.relations === 'exists';
  const conditions = topConditions(question.where);
  const form = isIndexed
    ? existsForm(relations, setting)
    : joinedForm(relations, conditions, setting);
  const toSql = (condition: Condition) =>
    conditionToSql(condition, { dialect, layer: target, alias: TARGET, relationTest: form.test });
  const tests = isIndexed ? orderTests(conditions, toSql) : conditions.map(toSql);
  const tables = [`FROM ${dialect.quote(target.id)} AS ${TARGET}`, ...form.joins];
  const source = tables.join('\n') + whereClause(tests.map(indent));
  const queries = form.queries.length > 0 ? `WITH ${form.queries.join(',\n')}\n` : '';
  return {
    header: header(question, catalogue, dialect, options),
    select: `${queries}${selectClause(setting, relations, form)}\n${source}\nORDER BY ${dialect.quote('key')};`,
    groups: question.groupBy
      ? `${comment([messages.groups(question.groupBy)])}\n${queries}${groupsStatement(setting, question.groupBy, source)}`
      : null,
  };
}

/** The parts of a question's SQL as one text. */
export function sqlText({ header, select, groups }: EmittedSql): string {
  return [header, select, ...(groups ? [groups] : [])].join('\n\n').concat('\n');
}

const DIALECTS_BY_NAME: Record<DialectName, Dialect> = { postgis, duckdb, sedona };

function ownSize(target: Layer): { name: string; sql: string } | null {
  if (target.geometry === 'point') return null;
  return target.geometry === 'polygon'
    ? { name: 'area_m2', sql: sizeOf('area', TARGET) }
    : { name: 'length_m', sql: sizeOf('length', TARGET) };
}

function selectClause(
  { dialect, target }: RelationSetting,
  relations: NumberedRelation[],
  form: RelationForm,
): string {
  const size = ownSize(target);
  const columns = [`${TARGET}.${dialect.quote(target.key)} AS ${dialect.quote('key')}`];
  if (size) columns.push(`${size.sql} AS ${size.name}`);
  for (const numbered of relations) {
    const { relation, number } = numbered;
    if (!isMeasured(relation)) continue;
    const measure = form.measure(numbered);
    if (relation.kind === 'distance') {
      columns.push(`${measure} AS distance_${number}_m`);
    } else {
      columns.push(`${measure} AS overlap_${number}_${target.geometry === 'polygon' ? 'm2' : 'm'}`);
      columns.push(`${measure} / ${size?.sql} AS share_${number}`);
    }
  }
  return `SELECT ${columns.map(indent).join(',\n  ')}`;
}

function groupsStatement(
  { dialect, target }: RelationSetting,
  field: string,
  source: string,
): string {
  const { quote } = dialect;
  const size = ownSize(target);
  const group = `${TARGET}.${quote(field)}`;
  const columns = [
    `${group} AS ${quote('value')}`,
    `count(*) AS ${quote('count')}`,
    `${size ? `sum(${size.sql})` : '0'} AS ${quote('total')}`,
  ];
  const order = `${quote('count')} DESC, ${quote('value')}`;
  return `SELECT ${columns.join(', ')}\n${source}\nGROUP BY ${group}\nORDER BY ${order};`;
}

function header(
  question: Question,
  catalogue: Catalogue,
  { name, setUp, loading }: Dialect,
  { sentence, base = '' }: EmitOptions,
): string {
  const { metricCrs } = catalogue.territory;
  const layers = layersOf(question).map((id) => findLayer(catalogue, id));
  const isLine = findLayer(catalogue, question.target).geometry === 'line';
  const hasOverlap = allRelationsOf(question.where).some(({ kind }) => kind === 'overlap');
  return comment([
    messages.title[name],
    ...(sentence ? wrap(messages.question(sentence)) : []),
    messages.layers,
    ...layers.map(({ id, file, date }) => `  ${messages.layer(id, file.version, file.rows, date)}`),
    messages.loading[name],
    ...[
      ...setUp,
      ...layers.flatMap((layer) => loading(layer, `${base}${layer.file.path}`, metricCrs)),
    ].map((line) => `  ${line}`),
    messages.crs(metricCrs),
    ...(hasOverlap ? [messages.border(BORDER_WIDTH_M)] : []),
    ...(hasOverlap && isLine ? [messages.rim(BORDER_WIDTH_M)] : []),
  ]);
}

/** Lines as SQL comments; a line break inside one cannot end it. */
function comment(lines: string[]): string {
  return lines.map((line) => `-- ${line.replace(/[\r\n\u2028\u2029]+/g, ' ')}`).join('\n');
}

/** A text in lines of at most `COMMENT_WIDTH` characters, cut between words, the later ones set in. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < COMMENT_WIDTH) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(lines.length === 0 ? word : `  ${word}`);
    }
  }
  return lines;
}

const COMMENT_WIDTH = 90;
