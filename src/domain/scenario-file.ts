import * as v from 'valibot';
import type { Territory } from './catalogue.ts';
import { AppError } from './errors.ts';
import type { Scenario } from './impact.ts';

/** The form of the file, and of the link, that this code reads and writes. */
const SCENARIO_FILE_VERSION = 1;

/** A scenario with what it was measured on. */
export interface SavedScenario {
  scenario: Scenario;
  /** Layer id → version of the file that the figures were read from. */
  versions: Record<string, string>;
}

/** The text of the file that a scenario is shared as: JSON that names its territory and the versions of the layers. */
export function writeScenarioFile(
  { scenario, versions }: SavedScenario,
  { siren, shortName }: Territory,
): string {
  const file = {
    arpent: SCENARIO_FILE_VERSION,
    kind: 'scenario',
    territory: { code: siren, name: shortName },
    scenario,
    versions,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * What the text of a file holds.
 * @throws {AppError} `link-invalid` with a `reason`: `json`, `kind`, `shape` with the `path` of the fault, or `territory`
 * with the `name` of the one it was made for.
 */
export function readScenarioFile(text: string, { siren }: Territory): SavedScenario {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw fail('json', {}, cause);
  }
  if ((json as { kind?: unknown } | null)?.kind !== 'scenario') throw fail('kind');
  const parsed = v.safeParse(fileSchema, json);
  if (!parsed.success) throw fail('shape', { path: v.getDotPath(parsed.issues[0]) ?? '' });
  const { territory, scenario, versions } = parsed.output;
  if (territory.code !== siren) throw fail('territory', { name: territory.name });
  return { scenario: scenario as Scenario, versions };
}

/** Characters of a scenario up to which it goes into a link. */
const MOST_IN_LINK = 4000;

/** A scenario as a link carries it, coordinates at six decimals (a decimetre); null when that is too long, or nothing. */
export function scenarioToLink(scenario: Scenario): string | null {
  if (scenario.variants.length === 0) return null;
  const text = JSON.stringify(scenario, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(6)) : value,
  );
  return text.length > MOST_IN_LINK ? null : text;
}

/** The scenario of a link. @throws {AppError} `link-invalid`. */
export function linkToScenario(text: string): Scenario {
  const parsed = v.safeParse(scenarioSchema, JSON.parse(text));
  if (parsed.success) return parsed.output as Scenario;
  throw fail('shape', { part: 'scenario', path: v.getDotPath(parsed.issues[0]) ?? '' });
}

function fail(reason: string, context: Record<string, string> = {}, cause?: unknown): AppError {
  return new AppError('link-invalid', `scenario: ${reason}`, { reason, ...context }, cause);
}

const position = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.minLength(2));
const line = v.pipe(v.array(position), v.minLength(2));
const ring = v.pipe(v.array(position), v.minLength(4));
const polygon = v.pipe(v.array(ring), v.minLength(1));

const geometrySchema = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: position }),
  v.object({ type: v.literal('MultiPoint'), coordinates: v.array(position) }),
  v.object({ type: v.literal('LineString'), coordinates: line }),
  v.object({ type: v.literal('MultiLineString'), coordinates: v.array(line) }),
  v.object({ type: v.literal('Polygon'), coordinates: polygon }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(polygon) }),
]);

const cost = v.nullable(v.pipe(v.number(), v.minValue(0)));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const scenarioSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(200)),
  variants: v.array(
    v.object({
      name,
      shapes: v.pipe(v.array(v.object({ name, geometry: geometrySchema })), v.minLength(1)),
      halfWidth: v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)),
      holding: v.picklist(['purchase', 'easement']),
    }),
  ),
  costs: v.object({ purchase: cost, easement: cost, works: cost }),
});

const fileSchema = v.object({
  arpent: v.literal(SCENARIO_FILE_VERSION),
  kind: v.literal('scenario'),
  territory: v.object({ code: v.string(), name: v.string() }),
  scenario: scenarioSchema,
  versions: v.record(v.string(), v.string()),
});
