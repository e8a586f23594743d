import { expect, inject, it } from 'vitest';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

it('a part that cannot be fetched says so in its place, the rest goes on, and it is fetched again', async () => {
  const site = inject('siteUrl');
  const scenarios = /\/assets\/scenarios-panel-[^/]*\.js$/;
  const { page, errors } = await openPage(`${site}#/question?${FEW_LAYERS}`, {
    withoutMap: true,
    before: (opened) => opened.route(scenarios, (route) => route.abort()),
  });
  const go = (name: string) =>
    page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  const target = page.getByLabel('Ce que je cherche');
  const failure = page.getByRole('alert').filter({ hasText: 'n’a pas pu être chargée' });
  await target.selectOption({ label: 'friches' });
  const chosen = await target.inputValue();

  await go('Scénarios');
  await failure.getByText('Réessayez ; si cela dure').waitFor();
  await failure.getByText('Détail technique').click();
  expect(await failure.locator('pre').textContent()).toMatch(/^part-missing: .*scenarios-panel/);
  await go('Question');
  expect(await target.inputValue()).toBe(chosen);
  await go('Scénarios');
  await page.unroute(scenarios);
  await failure.getByRole('button', { name: 'Réessayer' }).click();
  await page.locator('.add-variant').first().waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('.panel') !== null)).toBe(true);

  // A host that has a new version has lost the files of the old one, and its page names others.
  await page.route(/\/assets\/sql-panel-[^/]*\.js$/, (route) => route.fulfill({ status: 404 }));
  await page.route(site, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<script src="./assets/index-new.js">' }),
  );
  await go('SQL');
  await failure.getByText('Une nouvelle version de l’atlas est en ligne').waitFor();
  await page.unroute(site);
  const reload = failure.getByRole('button', { name: 'Recharger la page' });
  await Promise.all([page.waitForEvent('load'), reload.click()]);
  await failure.waitFor();
  await go('Question');
  await expect.poll(() => target.inputValue()).toBe(chosen);
  const unforeseen = errors.filter((text) => !/dynamically imported|Failed to load|404/.test(text));
  expect(unforeseen).toEqual([]);
});
