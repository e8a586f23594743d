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
