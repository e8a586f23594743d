import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Catalogue, parseCatalogue } from '../../../src/domain/catalogue.ts';
import { type Layer, MAINTENANCE_FREQUENCIES } from '../../../src/domain/layer.ts';
import { LICENCES } from '../../../src/domain/nomenclature/licences.ts';
import { metadataFiles, withoutStamp } from '../../../src/publish/metadata/metadata-files.ts';
import { readIsoMetadata } from '../../../src/publish/metadata/read-iso.ts';
import { parseXml, type XmlNode } from '../../../src/publish/metadata/xml-tree.ts';
import { createCatalogue, createLayer } from '../../helpers/create-catalogue.ts';
import { expandJsonLd } from './expand-json-ld.ts';
import { GMD_ORDER, MDB_ORDER } from './schema-order.ts';

const REAL = join(import.meta.dirname, '../../../../shared/real-data/plu-cnig');

const FULL: Partial<Layer> = {
  id: 'zone_urba',
  title: 'Zonage d’urbanisme <PLUi> & « secteurs »',
  abstract: 'Zones du plan.\nÀ jour de la modification n° 2.',
  producer: 'Communauté d’agglomération',
  service: 'Direction de l’urbanisme',
  maintenance: 'biannually',
  date: '2025-03-31',
  licence: 'Licence Ouverte 2.0',
  contact: { name: 'Guichet SIG', email: 'sig@agglo.fr', url: 'https://agglo.fr/sig' },
  keywords: ['plu', 'zonage'],
  inspireTheme: 'lu',
  scale: 5000,
  lineage: 'Numérisé sur le cadastre de 2024.',
  quality: 'Partition sans trou ni recouvrement.',
  sourceCrs: 'EPSG:3950',
  standard: 'CNIG PLU v2024 (rév. juin 2025)',
  simulated: false,
  file: {
    path: 'layers/zone_urba.0a1b2c3d.parquet',
    bytes: 1_234_567,
    rows: 8,
    version: '0a1b2c3d',
  },
};

const MINIMAL: Partial<Layer> = {
  abstract: '',
  lineage: '',
  licence: 'Convention 2019',
  simulated: false,
};

const DESCRIBED = [
  'title',
  'abstract',
  'producer',
  'service',
  'maintenance',
  'date',
  'licence',
  'contact',
  'keywords',
  'inspireTheme',
  'scale',
  'lineage',
  'quality',
  'sourceCrs',
  'standard',
] as const satisfies (keyof Layer)[];

const catalogueOf = (layers: Partial<Layer>[], url?: string): Catalogue => {
  const catalogue = createCatalogue(layers.map(createLayer));
  return parseCatalogue({
    ...catalogue,
    territory: { ...catalogue.territory, ...(url && { url }) },
  });
};
const filesOf = async (layers: Partial<Layer>[], url?: string) =>
  Object.fromEntries(
    (await metadataFiles(catalogueOf(layers, url), '2026-11-21')).map(({ path, text }) => [
      path,
      text,
    ]),
  );
const bytes = (text: string | undefined) => new TextEncoder().encode(text);
const FORMS = [
  ['ISO 19139', 'metadata', GMD_ORDER],
  ['ISO 19115-3', 'metadata/19115-3', MDB_ORDER],
] as const;

/** Elements whose children are not those of the table, in its order, with all that must be there. */
function orderFaults(node: XmlNode, order: Record<string, string>, path = ''): string[] {
  const here = `${path}/${node.name}`;
  const wanted = order[node.name]?.split(' ');
  const names = node.children.map(({ name }) => name);
  const ranks = names.map((name) => wanted?.findIndex((one) => one.replace('!', '') === name) ?? 0);
  const missing = (wanted ?? []).filter(
    (one) => one.endsWith('!') && !names.includes(one.slice(0, -1)),
  );
  const isType = /^[A-Z]/.test(node.name);
  return [
    ...(isType && !wanted && names.length > 0 ? [`${here} is not in the table`] : []),
    ...ranks.flatMap((rank, at) =>
      rank < 0 || rank < (ranks[at - 1] ?? 0) ? [`${here}/${names[at]}`] : [],
    ),
    ...missing.map((one) => `${here} lacks ${one}`),
    ...node.children.flatMap((child) => orderFaults(child, order, here)),
  ];
}

describe.each(FORMS)('%s', (_, folder, order) => {
  it('has the elements that the schema requires, in its order', async () => {
    for (const layer of [FULL, MINIMAL, { ...FULL, simulated: true, licence: 'Usage restreint' }]) {
      const files = await filesOf([layer], 'https://atlas.agglo.fr/carte');
      const path = `${folder}/${layer.id ?? 'parcelles'}.xml`;
      expect(orderFaults(parseXml(bytes(files[path]), path), order)).toEqual([]);
    }
  });

  it('is read back as it was written', async () => {
    const read = async (layer: Partial<Layer>) => {
      const id = layer.id ?? 'parcelles';
      return readIsoMetadata(bytes((await filesOf([layer]))[`${folder}/${id}.xml`]));
    };
    const said = (layer: Layer) =>
      Object.fromEntries(DESCRIBED.flatMap((key) => (layer[key] ? [[key, layer[key]]] : [])));
    expect(await read(FULL)).toEqual(said(createLayer(FULL)));
    expect(await read(MINIMAL)).toEqual({ ...said(createLayer(MINIMAL)), sourceCrs: 'OGC:CRS84' });
    for (const { name } of LICENCES) {
      expect((await read({ ...FULL, licence: name, simulated: true })).licence).toBe(name);
    }
    for (const maintenance of MAINTENANCE_FREQUENCIES) {
      expect((await read({ maintenance })).maintenance).toBe(maintenance);
    }
    expect((await read({ contact: { name: 'Guichet' } })).contact).toEqual({ name: 'Guichet' });
  });

  it('holds any text whole, and no character that XML forbids', async () => {
    const abstract = '<script>alert("x")</script> ]]> &amp; l’été 🗺\r\nÀ suivre\u0000\u001b\ud800.';
    const files = await filesOf([{ ...MINIMAL, abstract }]);
    const xml = bytes(files[`${folder}/parcelles.xml`]);
    expect(readIsoMetadata(xml).abstract).toBe(
      '<script>alert("x")</script> ]]> &amp; l’été 🗺\r\nÀ suivre.',
    );
  });

  it('gives where to download, in full when the site says its address', async () => {
    const path = `${folder}/zone_urba.xml`;
    const linkage = async (url?: string) =>
      (await filesOf([FULL], url))[path]?.match(/[^>]*zone_urba\.0a1b2c3d\.parquet/)?.[0];
    expect(new URL((await linkage()) ?? '', `https://x.fr/${folder}/`).pathname).toBe(
      '/layers/zone_urba.0a1b2c3d.parquet',
    );
    const whole = 'https://atlas.agglo.fr/carte/layers/zone_urba.0a1b2c3d.parquet';
    expect(await linkage('https://atlas.agglo.fr/carte')).toBe(whole);
    expect(await linkage('https://atlas.agglo.fr/carte/')).toBe(whole);
  });

  it('says that simulated geometry is no reference, and that conformity was not evaluated', async () => {
    const path = `${folder}/zone_urba.xml`;
    expect((await filesOf([FULL]))[path]).not.toContain('simulées');
    const text = (await filesOf([{ ...FULL, simulated: true }]))[path];
    expect(text).toContain('Géométries simulées');
    expect(text).toMatch(/:pass [^>]*nilReason="unknown"\/>/);
  });
});

it('the identity of a layer is its own, the same from one version to the next', async () => {
  const uuids = async (layers: Partial<Layer>[]) =>
    Object.values(await filesOf(layers)).map((text) => text.match(/[\da-f]{8}-[\da-f-]{27}/)?.[0]);
  const [gmd, mdb] = await uuids([FULL]);
  expect(gmd).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(mdb).toBe(gmd);
  const [next] = await uuids([{ ...FULL, title: 'Autre', date: '2026-01-01' }]);
  expect(next).toBe(gmd);
  expect((await uuids([{ ...FULL, id: 'autre' }]))[0]).not.toBe(gmd);
});

it('two records that differ by their day alone say the same', async () => {
  const catalogue = catalogueOf([FULL]);
  const today = await metadataFiles(catalogue, '2026-11-21');
  const later = await metadataFiles(catalogue, '2026-12-01');
  expect(today.map(({ text }) => text)).not.toEqual(later.map(({ text }) => text));
  expect(today.map(withoutStamp)).toEqual(later.map(withoutStamp));
});

describe('the DCAT catalogue', () => {
  const expand = async (layers: Partial<Layer>[], url?: string) =>
    expandJsonLd(
      JSON.parse((await filesOf(layers, url))['dcat.jsonld'] ?? ''),
      url ?? 'https://x.fr/',
    );
  const DCAT = 'http://www.w3.org/ns/dcat#';
  const DCT = 'http://purl.org/dc/terms/';
  const EU = 'http://publications.europa.eu/resource/authority';

  it('has what DCAT-AP 3 requires of a catalogue, a dataset and a distribution', async () => {
    const catalog = await expand([FULL, MINIMAL], 'https://atlas.agglo.fr/');
    for (const key of ['title', 'description', 'publisher'])
      expect(catalog).toHaveProperty([DCT + key]);
    expect(catalog['@type']).toBe(`${DCAT}Catalog`);
    const datasets = catalog[`${DCAT}dataset`] as Record<string, unknown>[];
    expect(datasets).toHaveLength(2);
    for (const dataset of datasets) {
      expect(dataset['@type']).toBe(`${DCAT}Dataset`);
      expect(dataset['@id']).toMatch(/^urn:uuid:/);
      for (const key of ['title', 'description'])
        expect(dataset).toHaveProperty([DCT + key, '@value']);
      const [distribution] = dataset[`${DCAT}distribution`] as Record<string, unknown>[];
      expect(distribution).toHaveProperty([`${DCAT}accessURL`]);
    }
  });

  it('names frequency, theme, licence, format, rights and place by the codes that harvesters know', async () => {
    const catalog = await expand([FULL], 'https://atlas.agglo.fr/');
    const [dataset] = catalog[`${DCAT}dataset`] as Record<string, unknown>[];
    expect(dataset).toMatchObject({
      [`${DCT}accrualPeriodicity`]: { '@id': `${EU}/frequency/ANNUAL_2` },
      [`${DCAT}theme`]: [
        { '@id': `${EU}/data-theme/TECH` },
        { '@id': 'http://inspire.ec.europa.eu/theme/lu' },
      ],
      [`${DCT}accessRights`]: { '@id': `${EU}/access-right/PUBLIC` },
      [`${DCT}modified`]: {
        '@value': '2025-03-31',
        '@type': 'http://www.w3.org/2001/XMLSchema#date',
      },
      [`${DCAT}contactPoint`]: {
        'http://www.w3.org/2006/vcard/ns#hasEmail': { '@id': 'mailto:sig@agglo.fr' },
      },
      [`${DCT}spatial`]: {
        [`${DCAT}bbox`]: { '@value': 'POLYGON((2 50, 3 50, 3 51, 2 51, 2 50))' },
      },
      [`${DCAT}distribution`]: [
        {
          [`${DCAT}downloadURL`]: {
            '@id': 'https://atlas.agglo.fr/layers/zone_urba.0a1b2c3d.parquet',
          },
          [`${DCAT}mediaType`]: {
            '@id': 'https://www.iana.org/assignments/media-types/application/vnd.apache.parquet',
          },
          [`${DCAT}byteSize`]: { '@value': '1234567' },
          [`${DCT}license`]: { '@id': 'https://www.etalab.gouv.fr/licence-ouverte-open-licence' },
        },
      ],
    });
  });

  it('gives the words of a licence that it does not know, and says what is restricted', async () => {
    const catalog = await expand([MINIMAL, { licence: 'Usage restreint' }]);
    const datasets = catalog[`${DCAT}dataset`] as Record<string, unknown>[];
    const [distribution] = datasets.flatMap((one) => one[`${DCAT}distribution`]);
    expect(distribution).not.toHaveProperty([`${DCT}license`]);
    expect(JSON.stringify(distribution)).toContain('Convention 2019');
    expect(datasets[1]?.[`${DCT}accessRights`]).toEqual({ '@id': `${EU}/access-right/RESTRICTED` });
  });

  it('resolves addresses against its own where the site does not say its own', async () => {
    const catalog = await expand([FULL]);
    expect(JSON.stringify(catalog)).toContain('"https://x.fr/layers/zone_urba.0a1b2c3d.parquet"');
  });
});

it('every layer has a record in each form, and all are in one catalogue', async () => {
  const layers = Array.from({ length: 110 }, (_, i) => ({ ...FULL, id: `couche_${i}` }));
  const files = await metadataFiles(catalogueOf(layers), '2026-11-21');
  expect(new Set(files.map(({ path }) => path)).size).toBe(221);
});

it.skipIf(!existsSync(REAL))(
  'real ISO 19139 records obey the table of order that ours are held to',
  () => {
    const files = readdirSync(REAL, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^2.*\.xml$/.test(name),
    );
    for (const name of files) {
      const faults = orderFaults(parseXml(readFileSync(join(REAL, name)), name), GMD_ORDER);
      expect(faults.filter((fault) => !fault.includes('not in the table'))).toEqual([]);
    }
  },
);
