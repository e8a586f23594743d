import { citationOf } from '../../domain/citation.ts';
import type { Contact } from '../../domain/layer.ts';
import { NOT_EVALUATED, QUALITY_PREFIX } from '../strings/metadata.ts';
import { type DatasetRecord, siteAddress } from './dataset-record.ts';
import {
  type Cited,
  crsAddress,
  DOWNLOAD_PROTOCOL,
  FILE_FORMAT,
  INSPIRE_THESAURUS,
  NO_LIMITATION,
  partiesOf,
  referenceSystems,
  specificationsOf,
} from './record-references.ts';
import { element, textElement, type Xml, xmlDocument } from './xml-writer.ts';

/**
 * A layer's record as ISO 19115-3 (`mdb` 2.0, as GeoNetwork's `iso19115-3.2018`), elements in the order of its schemas;
 * `stamp` is the day of the record. It says what the ISO 19139 form says.
 */
export function writeIso191153(record: DatasetRecord, stamp: string): string {
  const root = element(
    'mdb:MD_Metadata',
    NAMESPACES,
    element('mdb:metadataIdentifier', {}, identifier(record.uuid)),
    element('mdb:defaultLocale', {}, LOCALE),
    wrap(
      'mdb:metadataScope/mdb:MD_MetadataScope/mdb:resourceScope',
      code('mcc:MD_ScopeCode', 'dataset'),
    ),
    wrap('mdb:contact', responsibility(record.contact, 'pointOfContact')),
    wrap('mdb:dateInfo', typedDate(stamp, 'revision')),
    wrap('mdb:metadataStandard/cit:CI_Citation', string('cit:title', 'ISO 19115-3')),
    referenceSystems(record).map(({ code: crs, role }) => referenceSystem(crs, role)),
    wrap('mdb:identificationInfo/mri:MD_DataIdentification', identification(record)),
    wrap('mdb:distributionInfo/mrd:MD_Distribution', distribution(record)),
    quality(record),
    wrap(
      'mdb:resourceLineage/mrl:LI_Lineage',
      string('mrl:statement', record.layer.lineage),
      wrap('mrl:scope/mcc:MD_Scope/mcc:level', code('mcc:MD_ScopeCode', 'dataset')),
    ),
  );
  return xmlDocument(root);
}

const ISO = 'http://standards.iso.org/iso/19115/-3';

const NAMESPACES = {
  'xmlns:mdb': `${ISO}/mdb/2.0`,
  'xmlns:cit': `${ISO}/cit/2.0`,
  'xmlns:gcx': `${ISO}/gcx/1.0`,
  'xmlns:gex': `${ISO}/gex/1.0`,
  'xmlns:lan': `${ISO}/lan/1.0`,
  'xmlns:mcc': `${ISO}/mcc/1.0`,
  'xmlns:mco': `${ISO}/mco/1.0`,
  'xmlns:mmi': `${ISO}/mmi/1.0`,
  'xmlns:mrd': `${ISO}/mrd/1.0`,
  'xmlns:mri': `${ISO}/mri/1.0`,
  'xmlns:mrl': `${ISO}/mrl/2.0`,
  'xmlns:mrs': `${ISO}/mrs/1.0`,
  'xmlns:mdq': 'http://standards.iso.org/iso/19157/-2/mdq/1.0',
  'xmlns:gco': `${ISO}/gco/1.0`,
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${ISO}/mdb/2.0 https://schemas.isotc211.org/19115/-3/mdb/2.0/mdb.xsd`,
};

/** Children within the elements of a path, the last innermost. */
function wrap(path: string, ...children: Xml[]): string {
  return path
    .split('/')
    .reduceRight<Xml>((inner, name) => element(name, {}, inner), children) as string;
}

const string = (name: string, text: string) =>
  text
    ? element(name, {}, textElement('gco:CharacterString', text))
    : element(name, { 'gco:nilReason': 'missing' });

const anchor = (name: string, text: string, href: string | null | undefined) =>
  href
    ? element(name, {}, textElement('gcx:Anchor', text, { 'xlink:href': href }))
    : string(name, text);

function code(list: string, value: string): string {
  const codes = 'http://standards.iso.org/iso/19115/resources/Codelists/cat/codelists.xml';
  const codeList = `${codes}#${list.slice(list.indexOf(':') + 1)}`;
  return textElement(list, value, { codeList, codeListValue: value });
}

const identifier = (uuid: string) =>
  wrap('mcc:MD_Identifier', string('mcc:code', uuid), string('mcc:codeSpace', 'urn:uuid'));

const LOCALE = wrap(
  'lan:PT_Locale',
  element(
    'lan:language',
    {},
    textElement('lan:LanguageCode', 'fre', {
      codeList: 'http://www.loc.gov/standards/iso639-2/',
      codeListValue: 'fre',
    }),
  ),
  element('lan:characterEncoding', {}, code('lan:MD_CharacterSetCode', 'utf8')),
);

function responsibility({ name, email, url }: Contact, role: string): string {
  const contact = (email || url) && [
    email && wrap('cit:address/cit:CI_Address', string('cit:electronicMailAddress', email)),
    url && wrap('cit:onlineResource/cit:CI_OnlineResource', string('cit:linkage', url)),
  ];
  return wrap(
    'cit:CI_Responsibility',
    element('cit:role', {}, code('cit:CI_RoleCode', role)),
    wrap(
      'cit:party/cit:CI_Organisation',
      string('cit:name', name),
      contact && wrap('cit:contactInfo/cit:CI_Contact', contact),
    ),
  );
}

const typedDate = (day: string, type: string) =>
  wrap(
    'cit:CI_Date',
    element('cit:date', {}, textElement('gco:Date', day)),
    element('cit:dateType', {}, code('cit:CI_DateTypeCode', type)),
  );

const citation = ({ title, date }: Cited, type: string, ...rest: Xml[]) =>
  wrap(
    'cit:CI_Citation',
    string('cit:title', title),
    date && element('cit:date', {}, typedDate(date, type)),
    rest,
  );

function referenceSystem(crs: string, role: string): string {
  return wrap(
    'mdb:referenceSystemInfo/mrs:MD_ReferenceSystem/mrs:referenceSystemIdentifier/mcc:MD_Identifier',
    anchor('mcc:code', crs, crsAddress(crs)),
    string('mcc:description', role),
  );
}

function identification(record: DatasetRecord): Xml {
  const { layer, inspire, uuid } = record;
  const { maintenance, scale } = layer;
  const own = element('cit:identifier', {}, identifier(uuid));
  return [
    wrap('mri:citation', citation({ title: layer.title, date: layer.date }, 'revision', own)),
    string('mri:abstract', layer.abstract),
    partiesOf(record).map(({ role, party }) =>
      wrap('mri:pointOfContact', responsibility(party, role)),
    ),
    wrap('mri:spatialRepresentationType', code('mcc:MD_SpatialRepresentationTypeCode', 'vector')),
    scale !== undefined &&
      wrap(
        'mri:spatialResolution/mri:MD_Resolution/mri:equivalentScale/mri:MD_RepresentativeFraction/mri:denominator',
        textElement('gco:Integer', scale),
      ),
    inspire?.topic &&
      element('mri:topicCategory', {}, textElement('mri:MD_TopicCategoryCode', inspire.topic)),
    extent(record),
    maintenance &&
      wrap(
        'mri:resourceMaintenance/mmi:MD_MaintenanceInformation/mmi:maintenanceAndUpdateFrequency',
        code('mmi:MD_MaintenanceFrequencyCode', maintenance),
      ),
    keywords(record),
    constraints(record),
    element('mri:defaultLocale', {}, LOCALE),
    layer.quality && string('mri:supplementalInformation', QUALITY_PREFIX + layer.quality),
  ];
}

function extent({ layer, territory }: DatasetRecord): string {
  const [west, south, east, north] = layer.extent;
  const bound = (name: string, value: number) =>
    element(name, {}, textElement('gco:Decimal', value));
  return wrap(
    'mri:extent/gex:EX_Extent',
    string('gex:description', territory.name),
    wrap(
      'gex:geographicElement/gex:EX_GeographicBoundingBox',
      bound('gex:westBoundLongitude', west),
      bound('gex:eastBoundLongitude', east),
      bound('gex:southBoundLatitude', south),
      bound('gex:northBoundLatitude', north),
    ),
  );
}

function keywords({ layer, inspire }: DatasetRecord): Xml {
  const group = (...children: Xml[]) =>
    wrap('mri:descriptiveKeywords/mri:MD_Keywords', ...children);
  const theme = `http://inspire.ec.europa.eu/theme/${layer.inspireTheme}`;
  return [
    inspire &&
      group(
        anchor('mri:keyword', inspire.title, theme),
        element('mri:type', {}, code('mri:MD_KeywordTypeCode', 'theme')),
        element('mri:thesaurusName', {}, citation(INSPIRE_THESAURUS, 'publication')),
      ),
    layer.keywords &&
      layer.keywords.length > 0 &&
      group(layer.keywords.map((keyword) => string('mri:keyword', keyword))),
  ];
}

function constraints({ layer, licence, warnings }: DatasetRecord): Xml {
  const legal = (...children: Xml[]) =>
    wrap('mri:resourceConstraints/mco:MD_LegalConstraints', ...children);
  const restriction = (name: string, value: string) =>
    element(name, {}, code('mco:MD_RestrictionCode', value));
  const isClosed = licence !== null && !licence.isOpen;
  const citation = citationOf(layer);
  return [
    legal(
      restriction('mco:useConstraints', 'otherRestrictions'),
      anchor('mco:otherConstraints', licence?.name ?? layer.licence, licence?.uri),
      licence && string('mco:otherConstraints', licence.obliges),
      citation && string('mco:otherConstraints', citation),
    ),
    isClosed
      ? legal(restriction('mco:accessConstraints', 'restricted'))
      : legal(
          restriction('mco:accessConstraints', 'otherRestrictions'),
          anchor('mco:otherConstraints', NO_LIMITATION.text, NO_LIMITATION.href),
        ),
    warnings.length > 0 &&
      wrap(
        'mri:resourceConstraints/mco:MD_Constraints',
        warnings.map((warning) => string('mco:useLimitation', warning)),
      ),
  ];
}

function distribution({ layer, territory }: DatasetRecord): Xml {
  return [
    wrap(
      'mrd:distributionFormat/mrd:MD_Format/mrd:formatSpecificationCitation/cit:CI_Citation',
      string('cit:title', FILE_FORMAT.name),
      string('cit:edition', FILE_FORMAT.version),
    ),
    wrap(
      'mrd:transferOptions/mrd:MD_DigitalTransferOptions',
      element(
        'mrd:transferSize',
        {},
        textElement('gco:Real', layer.file.bytes / BYTES_PER_MEGABYTE),
      ),
      wrap(
        'mrd:onLine/cit:CI_OnlineResource',
        string('cit:linkage', siteAddress(territory, layer.file.path, '../../')),
        string('cit:protocol', DOWNLOAD_PROTOCOL),
        string('cit:name', `${layer.title} (${FILE_FORMAT.name})`),
        element('cit:function', {}, code('cit:CI_OnLineFunctionCode', 'download')),
      ),
    ),
  ];
}

const BYTES_PER_MEGABYTE = 1_000_000;

/** Nothing where there is no specification: a report is what this part is for. */
function quality(record: DatasetRecord): Xml {
  const specifications = specificationsOf(record);
  if (specifications.length === 0) return null;
  return wrap(
    'mdb:dataQualityInfo/mdq:DQ_DataQuality',
    wrap('mdq:scope/mcc:MD_Scope/mcc:level', code('mcc:MD_ScopeCode', 'dataset')),
    specifications.map((specification) =>
      wrap(
        'mdq:report/mdq:DQ_DomainConsistency/mdq:result/mdq:DQ_ConformanceResult',
        element('mdq:specification', {}, citation(specification, 'publication')),
        string('mdq:explanation', NOT_EVALUATED),
        element('mdq:pass', { 'gco:nilReason': 'unknown' }),
      ),
    ),
  );
}
