import type { Catalogue } from '../../domain/catalogue.ts';
import { citationOf } from '../../domain/citation.ts';
import type { Contact } from '../../domain/layer.ts';
import { EU_FREQUENCIES } from '../../domain/nomenclature/maintenance-frequencies.ts';
import type { Extent } from '../../domain/units.ts';
import { catalogueDescription, catalogueTitle } from '../strings/metadata.ts';
import { type DatasetRecord, siteAddress } from './dataset-record.ts';
import { crsAddress } from './record-references.ts';

/**
 * A catalogue as DCAT-AP 3 in JSON-LD, for a harvester. Addresses are relative to the document where the territory does not
 * say its own, as JSON-LD reads them. What is not known is left out: the whole digest of a file, when data begin.
 */
export function writeDcat({ territory }: Catalogue, records: readonly DatasetRecord[]): string {
  const catalog = {
    '@context': CONTEXT,
    '@id': siteAddress(territory, 'dcat.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': french(catalogueTitle(territory.shortName)),
    'dct:description': french(catalogueDescription(territory.name)),
    'dct:publisher': {
      ...agent(territory.name),
      'dct:identifier': territory.siren,
    },
    'dct:language': FRENCH,
    'dct:spatial': location(territory.extent),
    'dcat:themeTaxonomy': { '@id': `${EU}/data-theme` },
    ...(territory.url && { 'foaf:homepage': { '@id': territory.url } }),
    'dcat:dataset': records.map(dataset),
  };
  return `${JSON.stringify(catalog)}\n`;
}

/** Every prefix that is used: nothing has to be fetched to read the document. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  gsp: 'http://www.opengis.net/ont/geosparql#',
  locn: 'http://www.w3.org/ns/locn#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Where the lists of codes of the EU stand. */
const EU = 'http://publications.europa.eu/resource/authority';

const FRENCH = { '@id': `${EU}/language/FRA` };

function dataset(record: DatasetRecord): object {
  const { layer, territory, uuid, inspire, licence, contact, warnings } = record;
  const { maintenance, standard, quality } = layer;
  const description = [layer.abstract || layer.title, ...warnings, quality].filter(Boolean);
  return {
    '@id': `urn:uuid:${uuid}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': uuid,
    'dct:title': french(layer.title),
    'dct:description': french(description.join('\n\n')),
    'dct:publisher': agent(layer.producer),
    'dcat:contactPoint': card(contact),
    'dcat:keyword': keywordsOf(record).map(french),
    ...(inspire && {
      'dcat:theme': [
        { '@id': `${EU}/data-theme/${inspire.dataTheme}` },
        { '@id': `http://inspire.ec.europa.eu/theme/${layer.inspireTheme}` },
      ],
    }),
    'dct:modified': typed(layer.date, 'xsd:date'),
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:endDate': typed(layer.date, 'xsd:date') },
    'dct:spatial': location(layer.extent),
    ...(maintenance && {
      'dct:accrualPeriodicity': { '@id': `${EU}/frequency/${EU_FREQUENCIES[maintenance]}` },
    }),
    'dct:language': FRENCH,
    'dct:accessRights': {
      '@id': `${EU}/access-right/${licence && !licence.isOpen ? 'RESTRICTED' : 'PUBLIC'}`,
    },
    'dct:provenance': {
      '@type': 'dct:ProvenanceStatement',
      'rdfs:label': french(layer.lineage),
    },
    ...(standard && {
      'dct:conformsTo': { '@type': 'dct:Standard', 'dct:title': french(standard) },
    }),
    'dcat:version': layer.file.version,
    ...(territory.url && { 'dcat:landingPage': { '@id': territory.url } }),
    'foaf:page': {
      '@id': siteAddress(territory, `metadata/${layer.id}.xml`),
      '@type': 'foaf:Document',
    },
    'dcat:distribution': [distribution(record)],
  };
}

/** The layer's own keywords, the theme that it is under, and its INSPIRE theme in words, which data.gouv.fr shows. */
function keywordsOf({ layer, themeTitle, inspire }: DatasetRecord): string[] {
  const words = [...(layer.keywords ?? []), themeTitle, inspire?.title];
  return [...new Set(words.filter((word) => word !== null && word !== undefined))];
}

function distribution({ layer, territory, licence }: DatasetRecord): object {
  const address = { '@id': siteAddress(territory, layer.file.path) };
  const citation = citationOf(layer);
  const told = [citation, licence?.obliges ?? layer.licence].filter((words) => words !== null);
  const rights = told.join('. ');
  return {
    '@type': 'dcat:Distribution',
    'dct:title': french(`${layer.title} (GeoParquet)`),
    'dcat:accessURL': address,
    'dcat:downloadURL': address,
    'dcat:mediaType': {
      '@id': 'https://www.iana.org/assignments/media-types/application/vnd.apache.parquet',
    },
    'dcat:byteSize': typed(String(layer.file.bytes), 'xsd:nonNegativeInteger'),
    'dct:modified': typed(layer.date, 'xsd:date'),
    ...(licence?.uri && {
      'dct:license': { '@id': licence.uri, '@type': 'dct:LicenseDocument' },
    }),
    'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': french(rights) },
    'dct:conformsTo': [
      { '@id': crsAddress('OGC:CRS84') },
      { '@id': 'https://geoparquet.org/releases/v1.1.0/' },
    ],
  };
}

const french = (text: string) => ({ '@value': text, '@language': 'fr' });

const typed = (value: string, type: string) => ({ '@value': value, '@type': type });

const agent = (name: string) => ({
  '@type': ['foaf:Agent', 'foaf:Organization'],
  'foaf:name': french(name),
});

function card({ name, email, url }: Contact): object {
  return {
    '@type': ['vcard:Kind', 'vcard:Organization'],
    'vcard:fn': french(name),
    ...(email && { 'vcard:hasEmail': { '@id': `mailto:${email}` } }),
    ...(url && { 'vcard:hasURL': { '@id': url } }),
  };
}

/** A box in degrees, longitude first: as WKT for DCAT-AP, as GeoJSON for data.gouv.fr. */
function location([west, south, east, north]: Extent): object {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const wkt = `POLYGON((${ring.map((position) => position.join(' ')).join(', ')}))`;
  const geojson = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  return {
    '@type': 'dct:Location',
    'dcat:bbox': typed(wkt, 'gsp:wktLiteral'),
    'locn:geometry': typed(geojson, GEOJSON_TYPE),
  };
}

const GEOJSON_TYPE = 'https://www.iana.org/assignments/media-types/application/vnd.geo+json';
