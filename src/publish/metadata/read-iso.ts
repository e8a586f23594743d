import { foldText } from '../../domain/fold-text.ts';
import { isIsoDay } from '../../domain/iso-day.ts';
import { type LayerMeta, MAINTENANCE_FREQUENCIES } from '../../domain/layer.ts';
import { findInspireTheme, INSPIRE_THEMES } from '../../domain/nomenclature/inspire-themes.ts';
import { QUALITY_PREFIX } from '../strings/metadata.ts';
import { readLicence } from './read-iso-licence.ts';
import { readParties } from './read-iso-parties.ts';
import { allAt, textAt, textOf } from './xml-path.ts';
import { parseXml, type XmlNode } from './xml-tree.ts';

/** What an ISO record can tell of a layer. */
export type IsoMetadata = Partial<
  Pick<
    LayerMeta,
    | 'title'
    | 'abstract'
    | 'producer'
    | 'service'
    | 'contact'
    | 'date'
    | 'licence'
    | 'maintenance'
    | 'lineage'
    | 'sourceCrs'
    | 'scale'
    | 'keywords'
    | 'inspireTheme'
    | 'quality'
    | 'standard'
  >
>;

/**
 * What an ISO 19139 (`gmd`) or ISO 19115-3 (`mdb`) record tells, as GeoNetwork, the CNIG and this project write them: only
 * what it says, nothing made up; `{}` for XML of another kind. A record may be of a whole delivery: its title and abstract
 * are then those of the delivery, not of one of its tables. Persons' names are left out.
 * @throws {AppError} as `parseXml`, with `source` as the name of the file.
 */
export function readIsoMetadata(xml: Uint8Array, source = ''): IsoMetadata {
  const record = findRecord(parseXml(xml, source));
  const [data] = record ? allAt(record, 'identificationInfo/*') : [];
  if (!record || !data) return {};
  const read: { [Key in keyof IsoMetadata]: IsoMetadata[Key] | undefined } = {
    title: textAt(data, 'citation/CI_Citation/title')?.replace(/\s+/g, ' '),
    abstract: textAt(data, 'abstract'),
    ...readParties(record, data),
    date: readDate(data),
    licence: readLicence(data),
    maintenance: readMaintenance(data),
    lineage:
      textAt(record, 'resourceLineage/LI_Lineage/statement') ??
      qualityText(record, 'lineage/LI_Lineage/statement'),
    sourceCrs: readCrs(record),
    scale: readScale(data),
    ...readKeywords(data),
    quality: readQuality(record, data),
    standard: readStandard(record),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The record itself, whatever answer of a catalogue it is wrapped in. */
function findRecord(node: XmlNode): XmlNode | null {
  if (node.name === 'MD_Metadata' || node.name === 'MI_Metadata') return node;
  for (const child of node.children) {
    const found = findRecord(child);
    if (found) return found;
  }
  return null;
}

/** Date of the data: the last revision, else the last publication, else the creation. */
function readDate(data: XmlNode): string | undefined {
  const dates = allAt(data, 'citation/CI_Citation/date/CI_Date').flatMap((node) => {
    const day = toDay(textAt(node, 'date') ?? '');
    const [type] = allAt(node, 'dateType/CI_DateTypeCode');
    return day ? [{ day, type: type?.attributes.codeListValue ?? '' }] : [];
  });
  const lastOf = (test: (type: string) => boolean) =>
    dates
      .flatMap(({ day, type }) => (test(type) ? [day] : []))
      .sort()
      .at(-1);
  for (const wanted of DATE_TYPES) {
    const day = lastOf((type) => type === wanted);
    if (day) return day;
  }
  return undefined;
}

const DATE_TYPES = ['lastUpdate', 'lastRevision', 'revision', 'publication', 'creation'];

/** The day of an ISO date, of a time, or the first day of a year or month. */
function toDay(text: string): string | null {
  const [, year, month = '01', day = '01'] =
    text.match(/^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|Z|[+-]\d\d:|$)/) ?? [];
  const iso = `${year}-${month}-${day}`;
  return isIsoDay(iso) ? iso : null;
}

function readMaintenance(data: XmlNode): IsoMetadata['maintenance'] {
  const path = 'resourceMaintenance/MD_MaintenanceInformation/maintenanceAndUpdateFrequency/*';
  const code = allAt(data, path)[0]?.attributes.codeListValue;
  return MAINTENANCE_FREQUENCIES.find((frequency) => frequency === code);
}

function readCrs(record: XmlNode): string | undefined {
  const path = 'referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/*';
  for (const identifier of allAt(record, path)) {
    const [code] = allAt(identifier, 'code');
    const texts = [
      textOf(code),
      code?.children[0]?.attributes.href,
      textAt(identifier, 'codeSpace'),
    ];
    const epsg = texts
      .join(' ')
      .match(/EPSG\D{1,3}(?:\d+(?:\.\d+)*[/:])?(\d{4,5})(?!\d)|\b(\d{4,5}) EPSG/i);
    if (epsg) return `EPSG:${epsg[1] ?? epsg[2]}`;
    if (/CRS84/i.test(texts.join(' '))) return 'OGC:CRS84';
  }
  return undefined;
}

function readScale(data: XmlNode): number | undefined {
  const path =
    'spatialResolution/MD_Resolution/equivalentScale/MD_RepresentativeFraction/denominator';
  const scale = Number(textAt(data, path));
  return Number.isInteger(scale) && scale > 0 ? scale : undefined;
}

/** The first INSPIRE theme is the theme; other themes are keywords, codes of places and of organisations are not. */
function readKeywords(data: XmlNode): Pick<IsoMetadata, 'keywords' | 'inspireTheme'> {
  let inspireTheme: string | undefined;
  const keywords = new Map<string, string>();
  for (const group of allAt(data, 'descriptiveKeywords/MD_Keywords')) {
    const thesaurus = textAt(group, 'thesaurusName/CI_Citation/title') ?? '';
    if (CODE_THESAURUS.test(thesaurus)) continue;
    for (const node of allAt(group, 'keyword')) {
      const text = textOf(node)?.replace(/\s+/g, ' ');
      const href = node.children[0]?.attributes.href ?? '';
      const theme = /INSPIRE/i.test(thesaurus)
        ? (findInspireTheme(href) ?? findInspireTheme(text ?? ''))
        : null;
      if (theme && !inspireTheme) inspireTheme = theme;
      else if (theme && theme !== inspireTheme)
        add(keywords, INSPIRE_THEMES[theme]?.title ?? theme);
      else if (!theme && text) add(keywords, text);
    }
  }
  return {
    ...(inspireTheme && { inspireTheme }),
    ...(keywords.size > 0 && { keywords: [...keywords.values()] }),
  };
}

/** Keywords of these are a SIREN or the code of a commune. */
const CODE_THESAURUS = /SIREN|Code officiel g/i;

function add(keywords: Map<string, string>, keyword: string): void {
  const folded = foldText(keyword);
  if (!keywords.has(folded)) keywords.set(folded, keyword);
}

/** A free text on quality: that which this project writes, or that of a descriptive result or of a method of evaluation. */
function readQuality(record: XmlNode, data: XmlNode): string | undefined {
  const own = textAt(data, 'supplementalInformation')?.match(QUALITY_TEXT)?.[1];
  return (
    own ??
    qualityText(record, 'report/*/result/DQ_DescriptiveResult/statement') ??
    qualityText(record, 'report/*/evaluationMethodDescription')
  );
}

const QUALITY_TEXT = new RegExp(`^${QUALITY_PREFIX}([\\s\\S]+)$`);

const qualityText = (record: XmlNode, path: string) =>
  textAt(record, `dataQualityInfo/DQ_DataQuality/${path}`);

/** The first specification, INSPIRE's apart, that the data are not said to fail. */
function readStandard(record: XmlNode): string | undefined {
  const path = 'dataQualityInfo/DQ_DataQuality/report/*/result/DQ_ConformanceResult';
  return allAt(record, path)
    .filter((result) => textAt(result, 'pass') !== 'false')
    .map((result) => textAt(result, 'specification/CI_Citation/title')?.replace(/\s+/g, ' '))
    .find((title) => title && !INSPIRE_SPECIFICATION.test(title));
}

const INSPIRE_SPECIFICATION = /INSPIRE|Data Specification|(1089|1205|976)\/20/i;
