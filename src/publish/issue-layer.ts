import type { Value } from '../domain/feature.ts';
import type { LayerMeta, LayerStyle, StyleClass } from '../domain/layer.ts';
import type { LngLat } from '../domain/units.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../geo/geometry-column.ts';
import type { Issue, Severity } from './issue.ts';
import { issueLayer, SEVERITY_NAMES } from './strings/issue-layer.ts';
import { ruleTitle } from './strings/issue-sentences.ts';
import { type EncodedLayer, encodeLayer } from './write/encode-layer.ts';

/** Points that a map draws whole: the issues beyond stay in the list and in its files. */
export const MAX_SHOWN_ISSUES = 50_000;

/** The issues that have a place, with their number in the list. */
export function placedIssues(issues: readonly Issue[]): { issue: Issue; number: number }[] {
  return issues
    .map((issue, index) => ({ issue, number: index + 1 }))
    .filter(({ issue }) => issue.place !== null);
}

/**
 * The issues that have a place as a layer of points under an id, at most `MAX_SHOWN_ISSUES`; its key is the number of the
 * issue in the list, from 1. Null when none has a place.
 */
export async function encodeIssues(
  issues: readonly Issue[],
  id: string,
  date: string,
): Promise<EncodedLayer | null> {
  const placed = placedIssues(issues).slice(0, MAX_SHOWN_ISSUES);
  if (placed.length === 0) return null;
  const column = (of: (issue: Issue) => Value) => placed.map(({ issue }) => of(issue));
  const columns = {
    message: column(({ message }) => message),
    niveau: column(({ severity }) => SEVERITY_NAMES[severity]),
    regle: column(({ rule }) => ruleTitle(rule)),
    objet: column(({ key }) => key),
    correction: column(({ repair }) => repair),
    couche: column(({ layer }) => layer),
    numero: placed.map(({ number }) => number),
  };
  const geometry = pointsOf(placed.map(({ issue }) => issue.place as LngLat));
  return encodeLayer(metaOf(id, date), { geometry, columns });
}

function metaOf(id: string, date: string): LayerMeta {
  return {
    id,
    title: issueLayer.title,
    abstract: '',
    theme: '',
    producer: issueLayer.producer,
    date,
    licence: '',
    lineage: issueLayer.lineage,
    simulated: false,
    geometry: 'point',
    noun: issueLayer.noun,
    gender: 'm',
    key: 'numero',
    titleField: 'message',
    fields: Object.entries(issueLayer.fields).map(([name, label]) => ({
      name,
      label,
      type: name === 'numero' ? 'integer' : 'text',
    })),
    style: STYLE,
  };
}

const classOf = (severity: Severity, symbol: StyleClass['symbol']): StyleClass => ({
  value: SEVERITY_NAMES[severity],
  label: SEVERITY_NAMES[severity],
  symbol,
});

/** Severities differ by size and ring as well as by colour. */
const STYLE: LayerStyle = {
  symbol: { fill: '#a8442a', line: '#fbfaf6', lineWidth: 2, radius: 8 },
  field: 'niveau',
  classes: [
    classOf('error', { fill: '#a8442a', line: '#fbfaf6', lineWidth: 2, radius: 8 }),
    classOf('warning', { fill: '#e69f00', line: '#1c2530', lineWidth: 1.5, radius: 7 }),
    classOf('notice', { fill: '#fbfaf6', line: '#1c5d7d', lineWidth: 2, radius: 5 }),
  ],
};

function pointsOf(places: readonly LngLat[]): GeometryColumn {
  const offsets = Uint32Array.from({ length: places.length + 1 }, (_, i) => i);
  return {
    length: places.length,
    kinds: new Uint8Array(places.length).fill(GEOMETRY_KIND.point),
    partOffsets: offsets,
    ringOffsets: offsets.slice(),
    vertexOffsets: offsets.slice(),
    xy: Float64Array.from(places.flat()),
  };
}
