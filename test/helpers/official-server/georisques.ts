import { strToU8, zipSync } from 'fflate';
import { csv, file, type Host, json } from './answers.ts';
import { floodPackage } from './flood-directive.ts';
import type { GroundCommune } from './ground.ts';

/**
 * www.georisques.gouv.fr, REST v1 (standards §2.6): at most 20 codes a call; pages `{results, page, total_pages, data, next}`, of PPR
 * `{content, totalElements, totalPages, pageNumber, pageSize}` counted from 0.
 */
export const georisques: Host = ({ url }, { communes }) => {
  const path = /^\/api\/v1\/(.+?)\/?$/.exec(url.pathname)?.[1];
  const make = path && PATHS[path];
  if (!make) return null;
  const asked = url.searchParams;
  const codes = (asked.get('code_insee') ?? asked.get('codeInsee') ?? '').split(',');
  if (codes.length > MOST_CODES) {
    return { ...json({ message: 'Au plus 20 codes INSEE' }), status: 400 };
  }
  const rows = communes.filter(({ code }) => codes.includes(code)).flatMap(make);
  if (asked.has('pageNumber') || asked.has('codeInsee')) {
    const [page, size] = [
      Number(asked.get('pageNumber') ?? 0),
      Number(asked.get('pageSize') ?? 10),
    ];
    const totalPages = Math.ceil(rows.length / size);
    const content = rows.slice(page * size, (page + 1) * size);
    return json({
      content,
      totalElements: rows.length,
      totalPages,
      pageNumber: page,
      pageSize: size,
    });
  }
  const [page, size] = [Number(asked.get('page') ?? 1), Number(asked.get('page_size') ?? 10)];
  const pages = Math.ceil(rows.length / size);
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  return json({
    results: rows.length,
    page,
    total_pages: pages,
    data: rows.slice((page - 1) * size, page * size),
    next: page < pages ? next.href : null,
  });
};

/** files.georisques.fr: the packages of the flood directive by department, the weekly GASPAR export. */
export const georisquesFiles: Host = ({ url }, ground) => {
  const { communes } = ground;
  if (url.pathname === '/di_2020/tri_2020_sig_di_62.zip') {
    return file(floodPackage(ground), 'application/zip');
  }
  const tables = gasparTables(communes);
  if (url.pathname === '/GASPAR/gaspar.zip') {
    const files = Object.entries(tables).map(([name, text]) => [name, strToU8(text)]);
    return file(
      zipSync(Object.fromEntries(files), { mtime: new Date('2026-09-01') }),
      'application/zip',
    );
  }
  const table = tables[url.pathname.replace('/GASPAR/', '')];
  return table ? file(table, 'text/csv') : null;
};

const MOST_CODES = 20;

const PATHS: Record<string, (commune: GroundCommune) => object[]> = {
  'gaspar/risques': ({ code, name }) => [
    {
      code_insee: code,
      libelle_commune: name,
      risques_detail: [
        {
          num_risque: '112',
          libelle_risque_long: 'Par une crue à débordement lent de cours d’eau',
          zone_sismicite: null,
        },
        {
          num_risque: '134',
          libelle_risque_long: 'Affaissements et effondrements',
          zone_sismicite: null,
        },
      ],
    },
  ],
  'gaspar/catnat': ({ code, name }) =>
    [1999, 2016].map((year) => ({
      code_national_catnat: `INTE${year}${code}`,
      code_insee: code,
      libelle_commune: name,
      libelle_risque_jo: 'Inondations et/ou Coulées de Boue',
      date_debut_evt: `25/12/${year}`,
      date_fin_evt: `29/12/${year}`,
      date_publication_arrete: `29/12/${year}`,
      date_publication_jo: `30/12/${year}`,
    })),
  radon: ({ code, name }) => [{ code_insee: code, libelle_commune: name, classe_potentiel: '1' }],
  zonage_sismique: ({ code, name }) => [
    { code_insee: code, libelle_commune: name, code_zone: '2', zone_sismicite: '2 - FAIBLE' },
  ],
  'gaspar/tri': ({ code, name }) => [
    {
      code_national_tri: '62_TRI_BETH',
      libelle_tri: 'Béthune - Armentières',
      code_insee: code,
      libelle_commune: name,
    },
  ],
  'gaspar/azi': ({ code, name }) => [
    {
      code_national_azi: '62DREAL001',
      libelle_azi: 'AZI de la Lawe',
      libelle_bassin_risques: 'Lawe',
      date_diffusion: '2004-06-01',
      code_insee: code,
      libelle_commune: name,
    },
  ],
  'gaspar/pprt': () => [],
  mvt: ({ code, name, centre: [longitude, latitude] }) => [
    {
      identifiant: `MVT${code}`,
      type: 'Effondrement',
      lieu: name,
      date_debut: '1999-12-26',
      precision_date: 'Jour',
      fiabilite: 'Fort',
      precision_lieu: 'commune',
      commentaire_mvt: null,
      code_insee: code,
      longitude,
      latitude,
    },
  ],
  'ssp/casias': soil('identifiant_ssp', 'SSP'),
  'ssp/instructions': soil('identifiant_ssp', 'INS'),
  'ssp/conclusions_sis': soil('id_sis', 'SIS'),
  'gaspar/pprn': ({ code, name }) => [
    {
      idGaspar: `62DDTM${code}`,
      libPpr: `PPRI de ${name}`,
      modeleProcedure: 'PPRN-I',
      etatRevision: null,
      dateModification: '2026-03-02',
    },
  ],
  cavites: ({ code, name, centre: [longitude, latitude] }) => [
    {
      identifiant: `NPCAA${code}`,
      type: 'ouvrage militaire',
      nom: `Sape de ${name}`,
      code_insee: code,
      longitude,
      latitude,
      reperage_geo: 'précis',
    },
  ],
  installations_classees: ({ code, name, centre: [longitude, latitude] }) => [
    {
      codeAIOT: `00070${code}`,
      raisonSociale: `Usine de ${name}`,
      codeInsee: code,
      commune: name,
      longitude,
      latitude,
      regime: 'Enregistrement',
      codeNaf: '2351Z',
      statutSeveso: 'Non Seveso',
      etatActivite: 'En exploitation',
    },
  ],
};

function soil(identifier: string, kind: string) {
  return ({ code, name, outline, centre }: GroundCommune) => [
    {
      [identifier]: `${kind}${code}`,
      ...(identifier === 'id_sis'
        ? { nom: `Ancienne usine de ${name}` }
        : { nom_etablissement: `Ancienne usine de ${name}` }),
      nom_commune: name,
      code_insee: code,
      adresse: null,
      statut: 'En arrêt',
      fiche_risque: `https://fiches-risques.brgm.fr/georisques/${code}`,
      date_maj: '2024-05-02',
      superficie: 1200,
      activite_principale: 'Fonderie',
      geom:
        kind === 'SIS'
          ? { type: 'MultiPolygon', coordinates: [[outline]] }
          : { type: 'Point', coordinates: centre },
    },
  ];
}

function gasparTables(communes: readonly GroundCommune[]): Record<string, string> {
  return {
    'catnat_gaspar.csv': csv(
      communes.map(({ code, name }) => ({
        cod_nat_catnat: `INTE9900627A${code}`,
        cod_commune: code,
        lib_commune: name,
        num_risque_jo: '27',
        lib_risque_jo: 'Inondations, Coulées de Boue et Mouvements de Terrain',
        dat_deb: '1999-12-25 00:00:00',
        dat_fin: '1999-12-29 00:00:00',
        dat_pub_arrete: '1999-12-29 00:00:00',
        dat_pub_jo: '1999-12-30 00:00:00',
        dat_maj: '2022-11-17 14:24:00',
      })),
    ),
    'pprn_gaspar.csv': csv(
      communes.map(({ code, name }) => ({
        cod_nat_pprn: `62DDTM${code}`,
        lib_pprn: `PPRI de ${name}`,
        cod_commune: code,
        lib_commune: name,
        cod_risque: '112',
        lib_risque: 'Inondation',
        dat_approbation: '2021-05-10 00:00:00',
        dat_maj: '2022-11-17 14:24:00',
      })),
    ),
    'risq_gaspar.csv': csv(
      communes.map(({ code, name }) => ({
        cod_commune: code,
        lib_commune: name,
        num_risque: '112',
        lib_risque_long: 'Par une crue à débordement lent de cours d’eau',
      })),
    ),
  };
}
