import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { PartRequest } from '../../../scripts/collect/part.ts';
import { CABBALR, makeRecipe, outlinesFrom, ownRecipe } from '../../helpers/make-recipe.ts';

const OUTLINES = outlinesFrom(
  CABBALR.communes.map(({ code }, index) => square(code, 2 + index / 100)),
  'code',
);

describe('Géorisques', () => {
  it('is asked for at most 20 communes at once, a hundred rows a page, and for plans one by one', async () => {
    const { asked } = await makeRecipe(ownRecipe('80-georisques-communes'), empty, {
      outlines: OUTLINES,
    });
    const urls = asked.map(({ url }) => new URL(url));
    const [risques] = urls;
    expect(risques?.pathname).toBe('/api/v1/gaspar/risques');
    expect(risques?.searchParams.get('code_insee')?.split(',')).toHaveLength(20);
    expect(risques?.searchParams.get('page_size')).toBe('100');
    const lists = urls.flatMap(({ searchParams }) => searchParams.get('code_insee') ?? []);
    expect(Math.max(...lists.map((list) => list.split(',').length))).toBe(20);
    expect(urls.filter(({ pathname }) => pathname.endsWith('/pprn'))).toHaveLength(100);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(asked.length);
  });

  it('has its pages followed, in both of its forms', async () => {
    const cavities = Array.from({ length: 230 }, (_, index) => cavity(`C${index}`, '62119'));
    const first = ({ key }: PartRequest) => key.startsWith('cavites-0-');
    const { made, asked } = await makeRecipe(ownRecipe('81-georisques-cavites'), (request) =>
      first(request) ? page(cavities, request) : empty(request),
    );
    expect(made[0]).toMatchObject({ read: 230, kept: 230, date: '2026-11-21' });
    expect(asked.filter(first).map(({ key }) => key)).toEqual([
      'cavites-0-1',
      'cavites-0-2',
      'cavites-0-3',
    ]);
    const plans = Array.from({ length: 120 }, (_, index) => ({
      idGaspar: `P${index}`,
      libPpr: `Plan ${index}`,
    }));
    const own = ({ key }: PartRequest) => key.startsWith('pprn-0-');
    const second = await makeRecipe(
      ownRecipe('80-georisques-communes'),
      (request) => (own(request) ? content(plans, request) : empty(request)),
      { outlines: OUTLINES },
    );
    expect(
      second.asked.filter(own).map(({ url }) => new URL(url).searchParams.get('pageNumber')),
    ).toEqual(['0', '1']);
    expect(
      String(second.rows.risques_communes?.[0]?.properties?.pprn_codes).split(' | '),
    ).toHaveLength(120);
  });

  it('gives one row a commune, empty where nothing was returned, and never says that there is no risk', async () => {
    const [first, second] = CABBALR.communes;
    const answers: Record<string, object[]> = {
      'risques-0-1': [
        {
          code_insee: first?.code,
          risques_detail: [
            { libelle_risque_long: 'Inondation' },
            { libelle_risque_long: 'Affaissement' },
          ],
        },
      ],
      'catnat-0-1': [
        catnat(first?.code, 'A1', 'Inondations et/ou Coulées de Boue', '25/12/1999'),
        catnat(first?.code, 'A2', 'Sécheresse', '01/04/2020'),
        catnat(first?.code, 'A2', 'Sécheresse', '01/04/2020'),
      ],
      'pprn-1-1': [{ idGaspar: '62DDTM1', libPpr: 'PPRI de la Lawe' }],
    };
    const { made, rows } = await makeRecipe(
      ownRecipe('80-georisques-communes'),
      (request) => page(answers[request.key] ?? [], request),
      { outlines: OUTLINES },
    );
    expect(made[0]).toMatchObject({ kept: 2, read: 4, date: '2026-11-21' });
    expect(rows.risques_communes?.map(({ properties }) => properties)).toEqual([
      {
        comm_insee: first?.code,
        comm_nom: first?.name,
        risques: 'Affaissement | Inondation',
        catnat_nombre: 2,
        catnat_inondation: 1,
        catnat_secheresse: 1,
        catnat_dernier: '2020-04-01',
        tri: null,
        azi: null,
        pprn: null,
        pprn_codes: null,
        pprt: null,
      },
      expect.objectContaining({
        comm_insee: second?.code,
        catnat_nombre: null,
        pprn: 'PPRI de la Lawe',
      }),
    ]);
    expect(rows.risques_communes?.[0]?.geometry).toEqual(square(first?.code ?? '', 2).geometry);
    const notes = made[0]?.notes.join('\n');
    expect(notes).toMatch(
      /Aucune donnée renvoyée le 21\/11\/2026 pour .* et 86 autres : ce n’est pas une absence de risque/,
    );
  });

  it('that returns nothing gives no layer', async () => {
    const { made } = await makeRecipe(ownRecipe('80-georisques-communes'), empty, {
      outlines: OUTLINES,
    });
    expect(made[0]).toMatchObject({ paths: [], read: 0, kept: 0 });
  });

  it('has its objects once each, where they are; those without coordinates are counted', async () => {
    const rows = [
      cavity('C1', '62119'),
      cavity('C1', '62119'),
      { ...cavity('C1', '62178'), nom: 'autre' },
      { ...cavity('C2', '62119'), longitude: null, latitude: null },
    ];
    const { made, rows: kept } = await makeRecipe(ownRecipe('81-georisques-cavites'), (request) =>
      request.key === 'cavites-0-1' ? page(rows, request) : empty(request),
    );
    expect(kept.cavites).toHaveLength(1);
    expect(kept.cavites?.[0]).toMatchObject({
      geometry: { coordinates: [2.64, 50.53] },
      properties: { identifiant: 'C1', comm_insee: '62119' },
    });
    expect(made[0]?.notes.join('\n')).toContain('1 ligne sans coordonnées');
    expect(made[0]?.notes.join('\n')).toContain('1 ligne répète un « identifiant »');
  });

  it('gives polygons of soils as it draws them', async () => {
    const geom = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [2.6, 50.5],
            [2.61, 50.5],
            [2.61, 50.51],
            [2.6, 50.5],
          ],
        ],
      ],
      crs: { type: 'name' },
    };
    const sector = {
      id_sis: '62SIS01',
      nom: 'Ancienne cokerie',
      code_insee: '62119',
      nom_commune: 'Béthune',
      superficie: 12000,
      geom,
    };
    const site = {
      identifiant_ssp: 'SSP1',
      nom_etablissement: 'Forge',
      code_insee: '62119',
      geom: { type: 'Point', coordinates: [2.64, 50.53] },
    };
    const answers: Record<string, object[]> = {
      'conclusions_sis-0-1': [sector],
      'casias-0-1': [site],
    };
    const { rows, made } = await makeRecipe(ownRecipe('84-georisques-sols'), (request) =>
      page(answers[request.key] ?? [], request),
    );
    expect(rows.secteurs_information_sols?.[0]).toMatchObject({
      geometry: { type: 'Polygon' },
      properties: { id_sis: '62SIS01', nom: 'Ancienne cokerie' },
    });
    expect(rows.casias?.[0]).toMatchObject({
      geometry: { type: 'Point' },
      properties: { nom: 'Forge' },
    });
    expect(made.find(({ layer }) => layer.id === 'sites_pollues')).toMatchObject({
      paths: [],
      kept: 0,
    });
  });

  it('of which a page is short of what it counts says that the layer is incomplete', async () => {
    const { made } = await makeRecipe(ownRecipe('81-georisques-cavites'), (request) =>
      request.key === 'cavites-0-1'
        ? JSON.stringify({ results: 3, page: 1, total_pages: 1, data: [cavity('C1', '62119')] })
        : empty(request),
    );
    expect(made[0]?.notes.join()).toContain('annonce 3 lignes');
  });

  it('that answers otherwise, or without its fields, has changed its schema', async () => {
    const recipe = ownRecipe('81-georisques-cavites');
    await expect(makeRecipe(recipe, () => '{"message":"maintenance"}')).rejects.toMatchObject({
      code: 'source-failed',
      context: { reason: 'schema', field: 'data' },
    });
    const renamed = [
      { id: 'C1', type: 'cave', code_insee: '62119', longitude: 2.64, latitude: 50.53 },
    ];
    await expect(makeRecipe(recipe, (request) => page(renamed, request))).rejects.toMatchObject({
      context: { reason: 'schema', layer: 'cavites', field: 'identifiant' },
    });
  });
});

function page(rows: object[], { url }: PartRequest): string {
  const number = Number(new URL(url).searchParams.get('page') ?? 1);
  const data = rows.slice((number - 1) * 100, number * 100);
  return JSON.stringify({
    results: rows.length,
    page: number,
    total_pages: Math.ceil(rows.length / 100),
    data,
    next: null,
  });
}

function content(rows: object[], { url }: PartRequest): string {
  const pageNumber = Number(new URL(url).searchParams.get('pageNumber'));
  const shown = rows.slice(pageNumber * 100, (pageNumber + 1) * 100);
  return JSON.stringify({
    totalElements: rows.length,
    totalPages: Math.ceil(rows.length / 100),
    pageNumber,
    pageSize: 100,
    content: shown,
  });
}

const empty = (request: PartRequest) => page([], request);

function cavity(identifiant: string, code: string) {
  return {
    identifiant,
    type: 'carrière',
    nom: null,
    reperage_geo: 'précis',
    region: { code: '32' },
    code_insee: code,
    longitude: 2.64,
    latitude: 50.53,
  };
}

function catnat(code: string | undefined, id: string, label: string, day: string) {
  return {
    code_insee: code,
    code_national_catnat: id,
    libelle_risque_jo: label,
    date_debut_evt: day,
    date_fin_evt: day,
  };
}

function square(code: string, west: number): Feature {
  const ring = [
    [west, 50.5],
    [west + 0.01, 50.5],
    [west + 0.01, 50.51],
    [west, 50.5],
  ];
  return {
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}
