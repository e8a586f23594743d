import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/domain/feature.ts';
import { personalKind } from '../../../src/publish/validate/personal-names.ts';
import { isServiceEmail, mask } from '../../../src/publish/validate/personal-values.ts';
import { validate } from '../../../src/publish/validate/validate.ts';
import {
  createRuleContext,
  createSchema,
  pointInMetres,
} from '../../helpers/create-rule-context.ts';

async function check(
  columns: Record<string, Value[]>,
  changes: Parameters<typeof createRuleContext>[2] = {},
) {
  const rows = Object.values(columns)[0]!.length;
  const geometries = Array.from({ length: rows }, (_, i) => pointInMetres(i, 0));
  const context = createRuleContext(geometries, columns, {
    ...changes,
    meta: { geometry: 'point' },
  });
  const issues = await validate(context, []);
  return issues.filter(({ rule }) => rule.startsWith('privacy'));
}
const rules = (issues: Awaited<ReturnType<typeof check>>) =>
  issues.map(({ rule, field }) => [rule, field]);

describe('columns that tell who somebody is', () => {
  it.each([
    ['proprietaire', ['DURAND Marie', 'PETIT Jean']],
    ['nomProprio', ['DURAND Marie', 'PETIT Jean']],
    ['ddenom', ['DURAND/MARIE', 'MME PETIT']],
    ['PRENOM', ['Marie Anne', 'Jean Paul']],
    ['date_naissance', ['1980-01-01', '1970-05-06']],
    ['courriel', ['marie.durand@gmail.com', null]],
    ['observations', ['Joindre marie.durand@exemple.fr', 'rien']],
    ['telephone', ['06 12 34 56 78', '03 21 00 00 00']],
    ['remarque', ['Mme Durand', 'M. Petit', 'Consorts Martin']],
    ['saisi_par', ['Sophie Leroy', 'Bruno Caron']],
    ['PROPRIETAI', ['DURAND Marie', 'PETIT Jean']],
    ['NOM_PROPRI', ['DURAND', 'PETIT', 'LEROY']],
    ['NOM_DEMAND', ['DURAND Marie', 'PETIT Jean']],
    ['PROPRIO1', ['DURAND Marie', 'PETIT Jean']],
    ['ｐｒｏｐｒｉｏ', ['DURAND Marie', 'PETIT Jean']],
    ['nom_proprietaire_site', ['DURAND Marie', 'PETIT Jean']],
    ['owner_name', ['DURAND Marie', 'PETIT Jean']],
    ['DDENOM', ['DURAND/MARIE', 'PETIT/JEAN']],
    ['dqualp', ['MME', 'M']],
    ['dlign6', ['62400 BETHUNE', '62700 BRUAY']],
    ['DNUPER', ['PBBC12', 'PBBD23']],
    ['PRENOM', ['Marie', 'Jean']],
    ['exploitant', ['Bruno Caron', 'Sophie Leroy']],
    ['libelle', ['DURAND Marie', 'PETIT Jean', 'LEROY Anne-Sophie']],
    ['infos', ['{"tel":"x","proprietaire":"DURAND Marie"}', null]],
    ['remarques', ['propriétaire : Mme Durand', 'vu avec M. Petit', 'bail : Consorts X', 'rien']],
    ['texte', ['joindre M. X au 06 12 34 56 78', 'rien']],
    ['texte', [`${'mot '.repeat(300)}marie.durand@gmail.com`, 'rien']],
    ['mail', ['contact@ville.fr, marie.durand@gmail.com', 'mairie@ville.fr']],
    ['texte', ['@ marie.durand@gmail.com']],
    ['telephone', [612345678, 712345678]],
    ['matricule', ['1 80 12 62 119 001 95', '275016211900216', 275016211900315]],
  ] as [string, Value[]][])('%s is refused', async (name, values) => {
    expect(rules(await check({ [name]: values }))).toEqual([['privacy.personal-column', name]]);
  });

  it.each([
    ['nom', ['Jean Jaurès', 'Jules Ferry']],
    ['nom_com', ['Béthune', 'Saint-Martin']],
    ['nom_zae', ['Parc Marie Curie', 'ZA Jean Moulin']],
    ['nomfic', ['a.pdf', 'b.pdf']],
    ['gestionnaire', ['Commune de Béthune', 'CABBALR']],
    ['type_proprietaire', ['public', 'privé']],
    ['nb_locataires', [12, 14]],
    ['locataires', [12, 14]],
    ['men_prop', [120, 14]],
    ['adresse', ['12 rue de la Gare', 'Place Foch']],
    ['telephone', ['oui', 'non']],
    ['mobile', [true, false]],
    ['responsable', ['Direction de l’eau', 'Service voirie']],
    ['code', ['0321000000', '0612345678']],
    ['idu', ['62119000AB0123', '62119000AB0124']],
    ['age_bati', ['1950', '1980']],
    ['age', [12, 40]],
    ['titulaire', ['Ramery TP', 'Colas Nord', 'Eiffage']],
    ['gestionnaire', ['CABBALR', 'VNF', 'Voirie du Bruaysis']],
    [
      'nom_voie',
      ['Rue Madame Curie', 'Rue M. Lepic', 'Place Mme de Staël', 'Rue Monsieur Cuvelier'],
    ],
    ['nom', ['Lycée Anne Frank', 'École Jean Macé', 'COLLEGE Jean', 'Terril de Haillicourt']],
    ['infos', ['{"name":"Terril","type_proprietaire":"public","operator":"VNF"}']],
    ['date_deman', ['2020-01-01', '2021-01-01']],
    ['ref', ['06.12.34.56.78.90', '1.06 12 34 56 78', 'n° 0612345678']],
    ['parcelle', ['162119000123456', '262119000123456', '162119000123457']],
  ] as [string, Value[]][])('%s is honest', async (name, values) => {
    expect(await check({ [name]: values })).toEqual([]);
  });

  it.each([
    ['courriel', ['urbanisme@bethune.fr', 'contact@exemple.fr', 'mairie.bruay@wanadoo.fr']],
    ['tel', ['03 21 00 00 00', '+33 3 21 00 00 01']],
    ['proprietaire', ['Commune de Béthune', 'SCI du Canal', 'Cofiroute']],
  ] as [string, Value[]][])('%s of services is to be looked at', async (name, values) => {
    const issues = await check({ [name]: values });
    expect(rules(issues)).toEqual([['privacy.contact-column', name]]);
    expect(issues[0]?.severity).toBe('warning');
  });

  it('are published when somebody names them, or when the standard publishes them', async () => {
    const columns = { Proprietaire: ['DURAND Marie', 'PETIT Jean'] };
    expect(await check(columns, { keep: ['proprietaire'] })).toEqual([]);
    const schema = createSchema([{ name: 'proprietaire' }], { geometry: 'point' });
    expect(await check(columns, { schema })).toEqual([]);
  });

  it('are surnames, too, where first names stand beside them', async () => {
    const columns = { nom: ['Durand', 'Petit'], prenom: ['Marie', 'Jean'] };
    expect(rules(await check(columns)).map(([, field]) => field)).toEqual(['nom', 'prenom']);
  });

  it('are not shown by what other rules quote', async () => {
    const geometries = [0, 1].map((i) => pointInMetres(i, 0));
    const columns = {
      tel: ['+33 6 12 34 56 78', '+33 6 98 76 54 32'],
      nom_prop: ['=Durand', '<b>Petit'],
    };
    const issues = await validate(
      createRuleContext(geometries, columns, { meta: { geometry: 'point' } }),
      [],
    );
    expect(JSON.stringify(issues)).not.toMatch(/12 34|98 76|Durand|Petit/);
  });

  it('are told with their count, and never with a value', async () => {
    const [issue] = await check({ courriel: ['marie.durand@gmail.com', null, 'x'] });
    expect(issue?.facts).toMatchObject({ kind: 'email', count: 1, filled: 2 });
    expect(JSON.stringify(issue)).not.toMatch(/marie|durand/i);
    expect(issue?.repair).toContain('--keep courriel');
  });

  it('are refused when their own standard says not to publish them', async () => {
    const schema = createSchema([{ name: 'terr_vente_montant' }], { geometry: 'point' });
    const columns = { terr_vente_montant: [530_000, null], terr_cession_date: [null, null] };
    const issues = await check(columns, { schema });
    expect(rules(issues)).toEqual([['privacy.undisclosed-column', 'terr_vente_montant']]);
    expect(await check(columns, { keep: ['TERR_VENTE_MONTANT'] })).toEqual([]);
  });
});

describe('evidence', () => {
  it('is masked', () => {
    expect(mask('DURAND Marie')).toBe('D••• M•••');
    expect(mask('06 12 34 56 78')).toBe('•• •• •• •• ••');
    expect(mask('marie.durand@gmail.com')).toBe('m•••.d•••@g•••.c•••');
  });

  it('tells services from persons by their address', () => {
    const services = [
      'contact@a.fr',
      'service-eau@a.fr',
      'sig@agglo.fr',
      'hotline@borne.fr',
      'cc62@a.fr',
    ];
    const persons = ['marie.durand@a.fr', 'm-durand@agglo.fr', 'zorro62@gmail.com'];
    expect(services.filter((email) => !isServiceEmail(email))).toEqual([]);
    expect(persons.filter(isServiceEmail)).toEqual([]);
  });

  it('reads the words of a column’s name', () => {
    expect(personalKind('adr_proprietaire')).toBe('owner');
    expect(personalKind('DateNaissance')).toBe('birth');
    expect(personalKind('proprio_type')).toBeNull();
    expect(personalKind('nom_commune')).toBeNull();
  });
});
