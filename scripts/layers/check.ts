import { AppError } from '../../src/domain/errors.ts';
import { type Freshness, freshnessOf } from '../../src/domain/freshness.ts';
import { daysBetween } from '../../src/domain/iso-day.ts';
import type { Layer, MaintenanceFrequency } from '../../src/domain/layer.ts';
import { MAINTENANCE_NAMES } from '../../src/domain/nomenclature/maintenance-frequencies.ts';
import { readCatalogue, type Site } from '../publish/site.ts';
import { FRESHNESS_WORDS, freshnessSummary } from './messages.ts';

/** What `npm run layers -- check` is asked. */
export interface CheckOptions {
  /** Day on which freshness is told, `YYYY-MM-DD`. */
  today: string;
  /** Lists the layers that are fresh or without a deadline too. */
  all?: boolean;
  /** Lists the layers of this department or producer only: any part of its name, whatever the case. */
  service?: string;
}

/** How fresh one layer is. */
export interface LayerFreshness {
  layer: string;
  title: string;
  /** The department that refreshes it, else its producer. */
  service: string;
  date: string;
  maintenance: MaintenanceFrequency | null;
  kind: Freshness['kind'];
  /** Day from which it is late, `YYYY-MM-DD`; null without a deadline. */
  due: string | null;
  /** Days since `due`; negative for as long as it is to come, null without a deadline. */
  daysLate: number | null;
}

/**
 * The layers of a site that are overdue, as lines to print and as data: the longest overdue first, then those due soonest, then those
 * without a deadline. The exit code is 1 when one of the layers asked for is overdue, for a scheduler to tell.
 * @throws {AppError} `catalogue-missing` when nothing is published; as `readCatalogue`.
 */
export async function checkLayers(
  options: CheckOptions,
  site: Site,
): Promise<{ lines: string[]; layers: LayerFreshness[]; exitCode: 0 | 1 }> {
  const catalogue = await readCatalogue(site);
  if (!catalogue) throw new AppError('catalogue-missing', `no catalogue in ${site.publicDir}`);
  const checked = checkFreshness(catalogue.layers, options);
  const overdue = checked.filter(({ kind }) => kind === 'overdue');
  const listed = options.all ? checked : overdue;
  const lines = [...toLines(listed), summary(checked, overdue.length)];
  return { lines, layers: listed, exitCode: overdue.length > 0 ? 1 : 0 };
}

/** How fresh layers are, in the order in which somebody should see to them. */
function checkFreshness(
  layers: readonly Layer[],
  { today, service = '' }: Pick<CheckOptions, 'today' | 'service'>,
): LayerFreshness[] {
  return layers
    .map((layer) => freshnessLine(layer, today))
    .filter((line) => line.service.toLowerCase().includes(service.toLowerCase()))
    .sort(
      (a, b) =>
        (a.due ?? LAST).localeCompare(b.due ?? LAST) || a.layer.localeCompare(b.layer, 'fr'),
    );
}

const LAST = '9999-99-99';

function freshnessLine(layer: Layer, today: string): LayerFreshness {
  const { id, title, service, producer, date, maintenance } = layer;
  const freshness = freshnessOf(date, maintenance, today);
  const due = freshness.kind === 'open' ? null : freshness.due;
  return {
    layer: id,
    title,
    service: service ?? producer,
    date,
    maintenance: maintenance ?? null,
    kind: freshness.kind,
    due,
    daysLate: due === null ? null : daysBetween(due, today),
  };
}

function toLines(checked: readonly LayerFreshness[]): string[] {
  if (checked.length === 0) return [];
  const rows = checked.map((line) => [
    line.layer,
    line.service,
    frenchDate(line.date),
    line.maintenance ? MAINTENANCE_NAMES[line.maintenance] : FRESHNESS_WORDS.unknownPeriod,
    line.due ? frenchDate(line.due) : FRESHNESS_WORDS.noDeadline,
    lateness(line),
  ]);
  const widths = FRESHNESS_WORDS.headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [FRESHNESS_WORDS.headings, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join('  ')
      .trimEnd(),
  );
}

function lateness({ kind, daysLate }: LayerFreshness): string {
  if (kind === 'open' || daysLate === null) return '';
  return kind === 'overdue' ? FRESHNESS_WORDS.late(daysLate) : FRESHNESS_WORDS.fresh;
}

function summary(checked: readonly LayerFreshness[], overdue: number): string {
  const open = checked.filter(({ kind }) => kind === 'open').length;
  return freshnessSummary({ overdue, open, fresh: checked.length - open - overdue });
}

const frenchDate = (iso: string) => iso.split('-').reverse().join('/');
