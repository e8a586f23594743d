import type { MetricCrs } from '../../../domain/crs.ts';
import type { Feature } from '../../../domain/feature.ts';
import type { Layer } from '../../../domain/layer.ts';
import { DECLARED_AREA_FIELD } from '../../../domain/parcel-sheet.ts';
import { fr } from '../../strings/fr.ts';
import { parcelSheet as words } from '../../strings/parcel-sheet.ts';
import { type CardLine, cardTitle } from '../card-lines.ts';
import { isFilled, readableValue } from '../readable-value.ts';

/** Fields that tell a parcel from all others, as the open cadastre (Etalab, PCI) spells them. */
const PARCEL_FIELDS = ['commune', 'prefixe', 'section', 'numero'];

/** What the sheet is of: a parcel's number, its area as declared and as measured (m², in `crs`), and how far they are apart. */
export function sheetFacts(
  feature: Feature,
  layer: Layer,
  area: number,
  crs: MetricCrs,
): CardLine[] {
  const isParcel = layer.search === 'parcel';
  const fields = layer.fields.filter(
    ({ name }) => isParcel && PARCEL_FIELDS.includes(name) && isFilled(feature.attributes[name]),
  );
  const title = {
    label: isParcel ? words.identity : layer.title,
    value: isParcel ? feature.key : cardTitle(feature, layer),
  };
  const named = fields.map((field) => ({
    label: field.label,
    value: readableValue(feature, field),
  }));
  const note = words.measuredIn(fr.crs[crs]);
  const measured = { label: words.measured, value: words.ground(area), note };
  const declared = isParcel ? feature.attributes[DECLARED_AREA_FIELD] : null;
  if (typeof declared !== 'number' || declared <= 0) return [title, ...named, measured];
  const gap = area - declared;
  return [
    title,
    ...named,
    { label: words.declared, value: words.ground(declared) },
    measured,
    { label: words.gap, value: words.gapText(gap, gap / declared), note: words.gapNote },
  ];
}
