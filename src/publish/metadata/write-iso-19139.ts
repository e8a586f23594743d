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
 * A layer's record as ISO 19139 (`gmd`), elements in the order of its schema (20060504); `stamp` is the day of the record.
 * It meets INSPIRE's guidelines (TG Metadata 2.0) as far as the layer says what they ask; what it does not say is left out,
 * or marked as missing where the schema requires it.
 */
export function writeIso19139(record: DatasetRecord, stamp: string): string {
  const root = element(
    'gmd:MD_Metadata',
    NAMESPACES,
    string('fileIdentifier', record.uuid),
    LANGUAGE,
    CHARACTER_SET,
    gmd('hierarchyLevel', code('MD_ScopeCode', 'dataset')),
    gmd('contact', party(record.contact, 'pointOfContact')),
    gmd('dateStamp', textElement('gco:Date', stamp)),
    string('metadataStandardName', 'ISO 19115:2003/19139'),
    string('metadataStandardVersion', '1.0'),
    referenceSystems(record).map(({ code: crs }) => referenceSystem(crs)),
    gmd('identificationInfo', identification(record)),
    gmd('distributionInfo', distribution(record)),
    gmd('dataQualityInfo', quality(record)),
  );
  return xmlDocument(root);
}

const NAMESPACES = {
  'xmlns:gmd': 'http://www.isotc211.org/2005/gmd',
  'xmlns:gco': 'http://www.isotc211.org/2005/gco',
  'xmlns:gmx': 'http://www.isotc211.org/2005/gmx',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.isotc211.org/2005/gmd http://schemas.opengis.net/iso/19139/20060504/gmd/gmd.xsd http://www.isotc211.org/2005/gmx http://schemas.opengis.net/iso/19139/20060504/gmx/gmx.xsd',
};

const gmd = (name: string, ...children: Xml[]) => element(`gmd:${name}`, {}, ...children);

const string = (name: string, text: string) =>
  text
    ? gmd(name, textElement('gco:CharacterString', text))
    : element(`gmd:${name}`, { 'gco:nilReason': 'missing' });

const anchor = (name: string, text: string, href: string | null | undefined) =>
  href ? gmd(name, textElement('gmx:Anchor', text, { 'xlink:href': href })) : string(name, text);

const code = (list: string, value: string) =>
  textElement(`gmd:${list}`, value, {
    codeList: `http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#${list}`,
    codeListValue: value,
  });

const LANGUAGE = gmd(
  'language',
  textElement('gmd:LanguageCode', 'fre', {
    codeList: 'http://www.loc.gov/standards/iso639-2/',
    codeListValue: 'fre',
  }),
);

const CHARACTER_SET = gmd('characterSet', code('MD_CharacterSetCode', 'utf8'));

function party({ name, email, url }: Contact, role: string): string {
  return gmd(
    'CI_ResponsibleParty',
    string('organisationName', name),
    (email || url) &&
      gmd(
        'contactInfo',
        gmd(
          'CI_Contact',
          email && gmd('address', gmd('CI_Address', string('electronicMailAddress', email))),
          url && gmd('onlineResource', gmd('CI_OnlineResource', linkage(url))),
        ),
      ),
    gmd('role', code('CI_RoleCode', role)),
  );
}

const linkage = (url: string) => gmd('linkage', textElement('gmd:URL', url));

function referenceSystem(crs: string): string {
  const identifier = gmd('RS_Identifier', anchor('code', crs, crsAddress(crs)));
  return gmd(
    'referenceSystemInfo',
    gmd('MD_ReferenceSystem', gmd('referenceSystemIdentifier', identifier)),
  );
}

function citation({ title, date }: Cited, type: string, identifier?: string): string {
  return gmd(
    'CI_Citation',
    string('title', title),
    date ? gmd('date', typedDate(date, type)) : element('gmd:date', { 'gco:nilReason': 'unknown' }),
    identifier && gmd('identifier', gmd('MD_Identifier', string('code', identifier))),
  );
}

const typedDate = (day: string, type: string) =>
  gmd(
    'CI_Date',
    gmd('date', textElement('gco:Date', day)),
    gmd('dateType', code('CI_DateTypeCode', type)),
  );

function identification(record: DatasetRecord): string {
  const { layer, inspire, uuid } = record;
  const { maintenance, scale } = layer;
  return gmd(
    'MD_DataIdentification',
    gmd('citation', citation({ title: layer.title, date: layer.date }, 'revision', uuid)),
    string('abstract', layer.abstract),
    partiesOf(record).map(({ role, party: who }) => gmd('pointOfContact', party(who, role))),
    maintenance &&
      gmd(
        'resourceMaintenance',
        gmd(
          'MD_MaintenanceInformation',
          gmd('maintenanceAndUpdateFrequency', code('MD_MaintenanceFrequencyCode', maintenance)),
        ),
      ),
    keywords(record),
    constraints(record),
    gmd('spatialRepresentationType', code('MD_SpatialRepresentationTypeCode', 'vector')),
    scale !== undefined &&
      gmd(
        'spatialResolution',
        gmd(
          'MD_Resolution',
          gmd(
            'equivalentScale',
            gmd('MD_RepresentativeFraction', gmd('denominator', textElement('gco:Integer', scale))),
          ),
        ),
      ),
    LANGUAGE,
    CHARACTER_SET,
    inspire?.topic && gmd('topicCategory', textElement('gmd:MD_TopicCategoryCode', inspire.topic)),
    extent(record),
    layer.quality && string('supplementalInformation', QUALITY_PREFIX + layer.quality),
  );
}

function keywords({ layer, inspire }: DatasetRecord): Xml {
  const group = (...children: Xml[]) => gmd('descriptiveKeywords', gmd('MD_Keywords', ...children));
  return [
    inspire &&
      group(
        anchor('keyword', inspire.title, `http://inspire.ec.europa.eu/theme/${layer.inspireTheme}`),
        gmd('type', code('MD_KeywordTypeCode', 'theme')),
        gmd('thesaurusName', citation(INSPIRE_THESAURUS, 'publication')),
      ),
    layer.keywords &&
      layer.keywords.length > 0 &&
      group(layer.keywords.map((keyword) => string('keyword', keyword))),
  ];
}

function constraints({ layer, licence, warnings }: DatasetRecord): Xml {
  const legal = (...children: Xml[]) =>
    gmd('resourceConstraints', gmd('MD_LegalConstraints', ...children));
  const restriction = (name: string, value: string) => gmd(name, code('MD_RestrictionCode', value));
  const isClosed = licence !== null && !licence.isOpen;
  const citation = citationOf(layer);
  return [
    legal(
      restriction('useConstraints', 'otherRestrictions'),
      anchor('otherConstraints', licence?.name ?? layer.licence, licence?.uri),
      licence && string('otherConstraints', licence.obliges),
      citation && string('otherConstraints', citation),
    ),
    isClosed
      ? legal(restriction('accessConstraints', 'restricted'))
      : legal(
          restriction('accessConstraints', 'otherRestrictions'),
          anchor('otherConstraints', NO_LIMITATION.text, NO_LIMITATION.href),
        ),
    warnings.length > 0 &&
      gmd(
        'resourceConstraints',
        gmd(
          'MD_Constraints',
          warnings.map((warning) => string('useLimitation', warning)),
        ),
      ),
  ];
}

function extent({ layer, territory }: DatasetRecord): string {
  const [west, south, east, north] = layer.extent;
  const bound = (name: string, value: number) => gmd(name, textElement('gco:Decimal', value));
  return gmd(
    'extent',
    gmd(
      'EX_Extent',
      string('description', territory.name),
      gmd(
        'geographicElement',
        gmd(
          'EX_GeographicBoundingBox',
          bound('westBoundLongitude', west),
          bound('eastBoundLongitude', east),
          bound('southBoundLatitude', south),
          bound('northBoundLatitude', north),
        ),
      ),
    ),
  );
}

function distribution({ layer, territory }: DatasetRecord): string {
  const online = gmd(
    'CI_OnlineResource',
    linkage(siteAddress(territory, layer.file.path, '../')),
    string('protocol', DOWNLOAD_PROTOCOL),
    string('name', `${layer.title} (${FILE_FORMAT.name})`),
    gmd('function', code('CI_OnLineFunctionCode', 'download')),
  );
  return gmd(
    'MD_Distribution',
    gmd(
      'distributionFormat',
      gmd('MD_Format', string('name', FILE_FORMAT.name), string('version', FILE_FORMAT.version)),
    ),
    gmd(
      'transferOptions',
      gmd(
        'MD_DigitalTransferOptions',
        gmd('transferSize', textElement('gco:Real', layer.file.bytes / BYTES_PER_MEGABYTE)),
        gmd('onLine', online),
      ),
    ),
  );
}

const BYTES_PER_MEGABYTE = 1_000_000;

function quality(record: DatasetRecord): string {
  const reports = specificationsOf(record).map((specification) =>
    gmd(
      'report',
      gmd(
        'DQ_DomainConsistency',
        gmd(
          'result',
          gmd(
            'DQ_ConformanceResult',
            gmd('specification', citation(specification, 'publication')),
            string('explanation', NOT_EVALUATED),
            element('gmd:pass', { 'gco:nilReason': 'unknown' }),
          ),
        ),
      ),
    ),
  );
  return gmd(
    'DQ_DataQuality',
    gmd('scope', gmd('DQ_Scope', gmd('level', code('MD_ScopeCode', 'dataset')))),
    reports,
    gmd('lineage', gmd('LI_Lineage', string('statement', record.layer.lineage))),
  );
}
