import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors.ts';
import { readIsoMetadata } from '../../../src/publish/metadata/read-iso.ts';
import { failureSentence } from '../../../src/publish/strings/failure-sentence.ts';
import { createRandom } from '../../geo/create-random.ts';

const REAL = join(import.meta.dirname, '../../../../shared/real-data/plu-cnig');

const encode = (text: string) => new TextEncoder().encode(text);
const text = (name: string, value: string) =>
  `<gmd:${name}><gco:CharacterString>${value}</gco:CharacterString></gmd:${name}>`;
const code = (name: string, type: string, value: string) =>
  `<gmd:${name}><gmd:${type} codeList="x#${type}" codeListValue="${value}"/></gmd:${name}>`;
const date = (day: string, type: string) =>
  `<gmd:date><gmd:CI_Date><gmd:date><gco:Date>${day}</gco:Date></gmd:date>${code('dateType', 'CI_DateTypeCode', type)}</gmd:CI_Date></gmd:date>`;
const keywords = (thesaurus: string, ...words: string[]) =>
  `<gmd:descriptiveKeywords><gmd:MD_Keywords>${words.map((word) => text('keyword', word)).join('')}<gmd:thesaurusName><gmd:CI_Citation>${text('title', thesaurus)}</gmd:CI_Citation></gmd:thesaurusName></gmd:MD_Keywords></gmd:descriptiveKeywords>`;
const party = (role: string, words: Record<string, string>) => {
  const { email, ...names } = words;
  const contact = email
    ? `<gmd:contactInfo><gmd:CI_Contact><gmd:address><gmd:CI_Address>${text('electronicMailAddress', email)}</gmd:CI_Address></gmd:address></gmd:CI_Contact></gmd:contactInfo>`
    : '';
  const inner = Object.entries(names).map(([name, value]) => text(name, value));
  return `<gmd:CI_ResponsibleParty>${inner.join('')}${contact}${code('role', 'CI_RoleCode', role)}</gmd:CI_ResponsibleParty>`;
};
const contactOf = (...parties: string[]) =>
  parties.map((inner) => `<gmd:pointOfContact>${inner}</gmd:pointOfContact>`).join('');
const licence = (...texts: string[]) =>
  `<gmd:resourceConstraints><gmd:MD_LegalConstraints>${texts.map((value) => text('useLimitation', value)).join('')}</gmd:MD_LegalConstraints></gmd:resourceConstraints>`;
const record = (inner: string, { head = '<?xml version="1.0"?>', rest = '' } = {}) =>
  `${head}<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco">${rest}<gmd:identificationInfo><gmd:MD_DataIdentification>${inner}</gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>`;
const cited = (inner: string) =>
  `<gmd:citation><gmd:CI_Citation>${inner}</gmd:CI_Citation></gmd:citation>`;
const read = (inner: string, rest = '') => readIsoMetadata(encode(record(inner, { rest })));

describe('an ISO record', () => {
  it('says its last revision rather than its publication', () => {
    const dates = [
      date('2020-01-01', 'publication'),
      date('2018-05-06', 'revision'),
      date('2019-07-08T10:00:00+02:00', 'revision'),
    ];
    expect(read(cited(dates.join('')))).toEqual({ date: '2019-07-08' });
    expect(read(cited(date('2014', 'creation')))).toEqual({ date: '2014-01-01' });
    expect(read(cited(date('2014-02-31', 'creation') + date('hier', 'revision')))).toEqual({});
  });

  it('names its producer, the department that refreshes it and whom to ask', () => {
    const parties = contactOf(
      party('custodian', { organisationName: 'Service SIG' }),
      party('owner', { organisationName: 'Agglo' }),
      party('pointOfContact', { organisationName: 'Guichet', email: 'sig@agglo.fr' }),
    );
    expect(read(parties)).toEqual({
      producer: 'Agglo',
      service: 'Service SIG',
      contact: { name: 'Guichet', email: 'sig@agglo.fr' },
    });
  });

  it('never gives the name of a person, nor an address made of it', () => {
    const person = { individualName: 'Hélène Durand', email: 'helene.durand@agglo.fr' };
    expect(read(contactOf(party('owner', person)))).toEqual({});
    const both = read(contactOf(party('owner', { ...person, organisationName: 'Agglo' })));
    expect(both).toEqual({ producer: 'Agglo' });
    expect(
      read(contactOf(party('pointOfContact', { ...person, organisationName: 'Agglo' }))),
    ).toEqual({ producer: 'Agglo', contact: { name: 'Agglo' } });
    const mdb = `<r><MD_Metadata><identificationInfo><MD_DataIdentification><pointOfContact><CI_Responsibility><role><CI_RoleCode codeListValue="owner"/></role><party><CI_Individual><name><CharacterString>Hélène Durand</CharacterString></name></CI_Individual></party></CI_Responsibility></pointOfContact></MD_DataIdentification></identificationInfo></MD_Metadata></r>`;
    expect(readIsoMetadata(encode(mdb))).toEqual({});
  });

  it('has the INSPIRE theme apart, and no codes of places or organisations among its keywords', () => {
    const words = [
      keywords('GEMET - INSPIRE themes, version 1.0', 'Usage des sols', 'Sites protégés'),
      keywords('Code officiel géographique au 1er janvier 2014', '30014'),
      keywords('Répertoire SIRENE', '172014607'),
      keywords('Thèmes', 'PLU', 'plu', 'zonage'),
    ];
    expect(read(words.join(''))).toEqual({
      inspireTheme: 'lu',
      keywords: ['Sites protégés', 'PLU', 'zonage'],
    });
  });

  it.each([
    [['Aucune condition ne s’applique', 'Licence Ouverte 2.0'], 'Licence Ouverte 2.0'],
    [['Licence : ODbL (voir le site)'], 'ODbL 1.0'],
    [['Convention DGFiP de 2019'], 'Convention DGFiP de 2019'],
    [['Aucune condition ne s’applique'], undefined],
    [[], undefined],
  ])('of the constraints %j has the licence %s', (texts, name) => {
    expect(read(licence(...texts)).licence).toBe(name);
  });

  it.each([
    ['<gco:CharacterString>EPSG:2154</gco:CharacterString>', 'EPSG:2154'],
    ['<gco:CharacterString>RGF93 / CC50 (EPSG:3950)</gco:CharacterString>', 'EPSG:3950'],
    ['<gco:CharacterString>urn:ogc:def:crs:EPSG:9.6:2154</gco:CharacterString>', 'EPSG:2154'],
    ['<a xlink:href="http://www.opengis.net/def/crs/EPSG/0/3950">CC50</a>', 'EPSG:3950'],
    [
      '<gco:CharacterString>http://www.opengis.net/def/crs/OGC/1.3/CRS84</gco:CharacterString>',
      'OGC:CRS84',
    ],
    ['<gco:CharacterString/>', undefined],
    ['<gco:CharacterString>Lambert 93</gco:CharacterString>', undefined],
  ])('in %s is in %s', (value, crs) => {
    const rest = `<gmd:referenceSystemInfo><gmd:MD_ReferenceSystem><gmd:referenceSystemIdentifier><gmd:RS_Identifier><gmd:code>${value}</gmd:code></gmd:RS_Identifier></gmd:referenceSystemIdentifier></gmd:MD_ReferenceSystem></gmd:referenceSystemInfo>`;
    expect(read('', rest).sourceCrs).toBe(crs);
  });

  it('of another kind tells nothing, and one wrapped in the answer of a catalogue is found', () => {
    expect(readIsoMetadata(encode('<gpx><metadata/></gpx>'))).toEqual({});
    const inner = record(text('abstract', 'Zones.'), { head: '' });
    expect(readIsoMetadata(encode(`<csw:Answer xmlns:csw="x">${inner}</csw:Answer>`))).toEqual({
      abstract: 'Zones.',
    });
  });
});

describe('the encoding', () => {
  const abstract = text('abstract', 'Été à l’œuvre');
  const wanted = { abstract: 'Été à l’œuvre' };
  const withHead = (encoding: string) =>
    record(abstract, { head: `<?xml version="1.0" encoding="${encoding}"?>` });
  const windows = (content: string) =>
    Uint8Array.from(content, (letter) => ({ '’': 0x92, œ: 0x9c })[letter] ?? letter.charCodeAt(0));
  const utf16 = (content: string, mark: boolean) => {
    const codes = Uint16Array.from(content, (letter) => letter.charCodeAt(0));
    return new Uint8Array([...(mark ? [0xff, 0xfe] : []), ...new Uint8Array(codes.buffer)]);
  };

  it.each([
    ['UTF-8', encode(withHead('UTF-8'))],
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...encode(withHead('utf-8'))])],
    ['Windows-1252', windows(withHead('Windows-1252'))],
    ['Windows-1252 that says UTF-8', windows(withHead('UTF-8'))],
    ['UTF-16 with a mark', utf16(withHead('UTF-16'), true)],
    ['UTF-16 without a mark', utf16(withHead('UTF-16'), false)],
  ])('%s is read', (_, bytes) => {
    expect(readIsoMetadata(bytes)).toEqual(wanted);
  });

  it('of entities is read once: numbers, the five of XML, and CDATA left as it is', () => {
    const odd = 'l&apos;eau &#233;t&#xE9; &amp;lt; <![CDATA[<b>&amp;</b>]]>';
    expect(read(text('abstract', odd))).toEqual({ abstract: "l'eau été &lt; <b>&amp;</b>" });
  });
});

describe('hostile XML', () => {
  const failure = (content: string | Uint8Array) => {
    try {
      readIsoMetadata(typeof content === 'string' ? encode(content) : content, 'fiche.xml');
    } catch (error) {
      if (error instanceof AppError) return failureSentence(error);
      throw error;
    }
    return null;
  };
  const laughs = `<?xml version="1.0"?><!-- x --><!DOCTYPE lolz [<!ENTITY a "ha">${[...'bcdefghij'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('')}]>`;

  it.each([
    ['a billion laughs', `${laughs}${record('&j;', { head: '' })}`, 'DOCTYPE'],
    ['deep nesting', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`, 'emboîte plus de 100'],
    ['50 MB', new Uint8Array(50_000_000), 'dépasse 5 Mo'],
    ['a cut file', record(text('abstract', 'x')).slice(0, -30), 'XML mal formé à la ligne 1'],
    ['no XML', 'Bonjour', 'XML mal formé'],
    ['nothing', '', 'XML mal formé'],
    ['an encoding that is not', '<?xml version="1.0" encoding="klingon"?><a/>', '« klingon »'],
    [
      'names of prototypes',
      '<a><constructor><__proto__>x</__proto__></constructor></a>',
      'XML mal formé',
    ],
  ])('of %s is refused with a sentence', (_, content, words) => {
    const started = performance.now();
    expect(failure(content)).toContain(words);
    expect(failure(content)).toMatch(/^« fiche.xml » : /);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('of any kind ends in metadata or in a sentence', () => {
    const whole = encode(
      record(cited(text('title', 'Zonage')) + licence('odbl') + keywords('INSPIRE', 'Adresses')),
    );
    const pieces = ['<![CDATA[', '<!--', '<?', '&#x110000;', '&#0;', ']]>', '<a b=c>', '\u0000'];
    const random = createRandom(7);
    for (let trial = 0; trial < 300; trial++) {
      const at = Math.floor(random() * whole.length);
      const piece = encode(pieces[trial % pieces.length] as string);
      const bytes = whole.slice();
      if (trial % 3 === 0) bytes[at] = Math.floor(random() * 256);
      const cut = trial % 3 === 1 ? [] : whole.slice(at);
      const odd =
        trial % 3 === 0 ? bytes : new Uint8Array([...whole.slice(0, at), ...piece, ...cut]);
      expect(failure(odd) ?? '« fiche.xml » : ').toMatch(/^« fiche.xml » : /);
    }
  });

  it('of a long prolog is read in a moment', () => {
    const started = performance.now();
    const prolog = `<?xml version="1.0"?>${'<!-- - -->\n<?a ? ?>'.repeat(20_000)}<!--`;
    expect(failure(prolog)).toContain('XML mal formé');
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe.skipIf(!existsSync(REAL))('real records (skipped where they are absent)', () => {
  const files = existsSync(REAL)
    ? readdirSync(REAL, { recursive: true, encoding: 'utf8' }).filter((name) => /\.xml$/.test(name))
    : [];

  it('of the CNIG are read whole', () => {
    const records = Object.fromEntries(
      files.map((name) => [
        name.split('/').at(-1),
        readIsoMetadata(readFileSync(join(REAL, name))),
      ]),
    );
    expect(records['fr-241800432-plui20200128.xml']).toMatchObject({
      date: '2020-01-28',
      licence: 'Licence Ouverte 2.0',
      sourceCrs: 'EPSG:2154',
      scale: 5000,
      inspireTheme: 'lu',
      standard: 'CNIG PLUi v2017',
    });
    expect(records['fr-000041175-plu20140603.xml']).toMatchObject({
      producer: 'Communauté de communes Perche Haut Vendômois',
      contact: { email: 'cchv@cchv41.fr' },
      date: '2014-06-03',
      standard: 'CNIG PLU v2013',
    });
    expect(records['fr-000041175-plu20140603.xml']).not.toHaveProperty('licence');
    const easement = records['SUP-AC1-2A-172014607-20180130.xml'];
    expect(easement).toMatchObject({
      producer: 'MCC',
      contact: { name: 'MCC', email: 'mcc@culture.gouv.fr' },
      date: '2018-01-30',
    });
  });
});
