import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import stations from '../../data/examples/5-communes-avec-gare.json' with { type: 'json' };
import { findViolations, startAxe } from '../helpers/find-violations.ts';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

it('axe finds nothing to object to on any screen and state, light and dark', {
  timeout: 300_000,
}, async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}#/carte?${FEW_LAYERS}`, {
    withoutMap: true,
    bypassCSP: true,
  });
  await startAxe(page);
  page.setDefaultTimeout(60_000);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const found: string[] = [];
  const look = async (state: string, part: string) =>
    found.push(...(await findViolations(page, state, part)));
  const show = async (hash: string, awaited: string, part = '.panel') => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.locator(awaited).first().waitFor();
    await look(hash, part);
  };
  const lookAtDialog = async (opener: string, awaited: string) => {
    await button(opener).click();
    await page.locator('dialog').locator(awaited).first().waitFor();
    await look(opener, 'dialog');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await button(opener).evaluate((node) => node === document.activeElement)).toBe(true);
  };

  await page.getByRole('region', { name: 'Légende', exact: true }).waitFor();
  await look('the map', 'html');
  for (const tool of ['Fonds', 'Mesurer', 'Annoter', 'Repérer', 'Comparer', 'Décrire']) {
    await button(tool).click();
    await page.locator('.tool-panel :is(p, label, button, legend) + *').first().waitFor();
    await look(`the tool ${tool}`, '.map-tools');
  }
  await button('Fermer l’outil').click();
  await lookAtDialog('Imprimer', '[role=img]');
  await button('Copier le lien').click();
  await look('a link that was copied', '.top-bar');
  await lookAtDialog('QR code, message, intégration…', 'svg');

  await show(`#/carte?${FEW_LAYERS}&objet=communes/62119`, '.card h2', '.card');
  await show(
    `#/carte?${FEW_LAYERS}&objet=parcelles/${PARCEL}`,
    '.card h2:has-text("AB 164, Annezin")',
    '.card',
  );
  await button('Renseignement d’urbanisme').click();
  await page.locator('.sheet-line .sheet-amount').first().waitFor();
  await look('the sheet of a parcel', '.card');

  await show(`#/carte?${FEW_LAYERS}&dessins=lost`, '.notice .error-text', '.notices');
  await drawByKeyboard(page, look);

  await show(`#/question?${FEW_LAYERS}`, '.examples .choice');
  await askNothing(page, look);
  await show(
    `#/question?${FEW_LAYERS}&question=${encodeURIComponent(JSON.stringify(stations.question))}`,
    '[role=grid] tbody tr',
    'html',
  );
  await lookAtDialog('En SQL', '[role=tabpanel]');
  await lookAtDialog('Exporter', 'input');

  await show('#/communes', '.communes-panel li');
  await show('#/seance', '.seance-entry');
  await page.locator('.seance-entry').first().click();
  await page.locator('.seance-agenda li').first().waitFor();
  await look('a session', '.panel');
  await button('Présenter').click();
  await page.locator('.show-panel').waitFor();
  await look('a session that is presented', '.show');
  await page.keyboard.press('Escape');
  await page.locator('.show').waitFor({ state: 'detached' });
  await show('#/indicateurs', '.theme-card');
  await show('#/indicateurs?theme=projets', '.key-figure h4');
  await show('#/scenarios', '.add-variant');
  await compareVariants(page, look);
  await show('#/donnees', '.data .theme');
  await page.locator('.data .theme summary').first().click();
  await look('the layers of a theme', '.data');
  await show('#/donnees?couche=communes', '.panel-body table');
  await show('#/publier', '.publier-step');
  await publishPoints(page, look);
  await page.evaluate(() => {
    location.hash = '#/sql';
  });
  await page.getByRole('textbox', { name: 'Requête SQL' }).fill('SELECT nm FROM communes');
  await button('Exécuter').click();
  await page.locator('.panel [role=alert]').first().waitFor();
  await look('a statement that is refused', '.panel');
  await page.getByRole('textbox', { name: 'Requête SQL' }).fill('SELECT nom FROM communes');
  await button('Exécuter').click();
  await page
    .getByRole('region', { name: 'Résultat de la requête' })
    .getByRole('cell')
    .first()
    .waitFor();
  await look('the result of a statement', '.panel');
  await show('#/aide', '.help-cards');
  await show('#/aide?page=sig', '.help > h2:has-text("SIG")');
  await show('#/aide?page=clavier', '.help > h2:has-text("Touches")');
  await show('#/aide?page=lexique', '.help > h2:has-text("Lexique")');
  await show('#/aide?page=accessibilite', '.help-list');
  expect(found).toEqual([]);
  expect(await page.title()).toBe('Aide – Arpent, l’atlas du territoire');
  expect(errors).toEqual([]);
});

it('by the keyboard alone the map is read as text, a question is asked and its answer printed', async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}#/carte?${FEW_LAYERS}`, {
    withoutMap: true,
    acceptDownloads: true,
  });
  const { keyboard } = page;
  await page.getByRole('region', { name: 'Légende', exact: true }).waitFor();
  await tabTo(page, 'Lire la carte en texte');
  await keyboard.press('Enter');
  const text = page.getByRole('region', { name: 'Ce que montre la carte' });
  await text.getByText('100 communes', { exact: true }).waitFor();
  expect(await text.getByRole('status').textContent()).toMatch(
    /^La carte montre tout le territoire, 100 communes : environ .* nord en haut\. On y voit 100 communes\.$/,
  );
  const nearest = text.getByRole('listitem').first();
  expect(await nearest.textContent()).toMatch(/, au centre de la carte$/);
  const name = (await nearest.textContent())!.split(',')[0]!;
  await tabTo(page, name);
  await keyboard.press('Enter');
  await page.getByRole('heading', { name, level: 2 }).waitFor();
  await keyboard.press('Escape');

  await tabTo(page, 'Question', 'Shift+Tab');
  await keyboard.press('Enter');
  const example = page.getByRole('list').getByRole('button', { name: EXAMPLE });
  await example.waitFor();
  await tabTo(page, EXAMPLE);
  await keyboard.press('Enter');
  await tabTo(page, 'Poser la question');
  await keyboard.press('Enter');
  await page.getByRole('grid').or(page.getByRole('table')).first().waitFor();
  await tabTo(page, 'Imprimer', 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('img').waitFor();
  await tabTo(page, 'Enregistrer en PDF');
  const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect(errors).toEqual([]);
});

it('a small phone keeps its memory until asked, and nothing overflows at 320 pixels with wide text', async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}#/question?${FEW_LAYERS}`, {
    withoutMap: true,
    bypassCSP: true,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 320, height: 640 },
    before: (opened) =>
      opened.addInitScript(() => {
        Object.defineProperty(navigator, 'deviceMemory', { value: 2 });
      }),
  });
  const start = page.getByRole('button', { name: /^Lancer le moteur quand même/ });
  await start.waitFor();
  // The text spacing of WCAG 1.4.12.
  await page.addStyleTag({
    content:
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
  });
  const bar = page.getByRole('navigation', { name: 'Écrans' });
  expect(await bar.getByRole('button').count()).toBe(5);
  for (const screen of ['Carte', 'Indicateurs', 'Communes', 'Séance', 'Données', 'Aide', 'SQL']) {
    const button = bar.getByRole('button', { name: screen, exact: true });
    if (!(await button.isVisible())) await bar.getByRole('button', { name: 'Plus' }).tap();
    await button.tap();
    await expect.poll(() => overflow(page)).toBe(0);
  }
  await start.tap();
  await start.waitFor({ state: 'hidden' });
  expect(errors).toEqual([]);
});

type Look = (state: string, part: string) => Promise<unknown>;

/** A shape is typed, its outline changed by the arrows, and the focus comes back to the button that began it. */
async function drawByKeyboard(page: Page, look: Look): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Annoter').click();
  await page.locator('.tool-panel').getByText('Autrement qu’à la souris').click();
  const coordinates = page.getByLabel('Coordonnées, un point par ligne');
  await coordinates.fill('2.6 50.5\n2.7 50.5\n2.7 50.6');
  await button('Ajouter à la carte').click();
  await page.locator('.tool-panel').getByText('Encre, note, zone autour').click();
  await look('a drawn shape', '.map-tools');
  const edit = page.locator('.tool-panel').getByRole('button', { name: /^Modifier le contour/ });
  await edit.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Modifier au clavier, sommet par sommet').click();
  await button('Vers l’est').focus();
  const vertex = page.getByLabel('Sommet', { exact: true }).locator('option').first();
  const before = eastingOf(await vertex.textContent());
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => eastingOf(await vertex.textContent()) - before).toBe(100);
  await look('the vertices of an outline', '.drawing-bar');
  await button('Terminer').click();
  await page.locator('.drawing-bar').waitFor({ state: 'detached' });
  expect(await edit.evaluate((node) => node === document.activeElement)).toBe(true);
  await button('Fermer l’outil').click();
}

const eastingOf = (text: string | null): number =>
  Number(text?.match(/X ([\d\s]+)/u)?.[1]?.replace(/\s/g, ''));

/** A condition is sought, written wrong, then so that nothing meets it. */
async function askNothing(page: Page, look: Look): Promise<void> {
  const adding = page.getByRole('combobox', { name: 'Ajouter une condition' }).last();
  await page.getByLabel('Ce que je cherche').selectOption({ label: 'friches' });
  await adding.fill('gare');
  const choice = page.locator('.choices [role=option]').first();
  await choice.waitFor();
  await look('conditions that are proposed', '.panel');
  await choice.click();
  const distance = page.getByLabel('Distance en mètres (m)');
  const ask = page.getByRole('button', { name: 'Poser la question' });
  await distance.fill('abc');
  await ask.click();
  await page.locator('.fault').first().waitFor();
  await page.getByRole('button', { name: 'Actions sur cette condition' }).click();
  await look('a condition that is wrong, and its menu', '.panel');
  await page.keyboard.press('Escape');
  await distance.fill('1');
  await ask.click();
  await page.getByText('Aucun objet ne remplit ces conditions.').waitFor();
  await look('an answer without rows', '.app');
}

async function compareVariants(page: Page, look: Look): Promise<void> {
  const feature = page.getByLabel('Objet', { exact: true });
  for (const name of ['A', 'B']) {
    await page.getByLabel('Couche', { exact: true }).selectOption('scenarios');
    const option = feature.locator('option').filter({ hasText: new RegExp(`^${name},`) });
    await feature.selectOption(String(await option.getAttribute('value')));
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await page.getByRole('button', { name: `Retirer ${name} de la comparaison` }).waitFor();
  }
  await page.getByText(/De A à B, /).waitFor();
  await look('variants that are compared', '.panel');
}

/** A file is read and checked, its layer described and styled. */
async function publishPoints(page: Page, look: Look): Promise<void> {
  const features = [0, 1, 2].map((i) => ({
    type: 'Feature',
    properties: { nom: `Terril ${i}`, hauteur: i },
    geometry: { type: 'Point', coordinates: [2.6 + i / 100, 50.5] },
  }));
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'terrils.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
    });
  const check = page.getByRole('button', { name: 'Contrôler', exact: true });
  await check.waitFor();
  await look('a file that was read', '.panel');
  await check.click();
  for (const step of ['Métadonnées', 'Style']) {
    const to = page.getByRole('button', { name: new RegExp(step) }).first();
    await expect.poll(() => to.isEnabled()).toBe(true);
    await look(`before the step ${step}`, '.panel');
    await to.click();
  }
  await page.getByRole('combobox', { name: 'Représentation' }).waitFor();
  await look('the style of a layer', '.panel');
}

const EXAMPLE = stations.title;

const PARCEL = '62035000AB0164';

/** Presses Tab until what begins with that name has the focus. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MAX_PRESSES; presses++) {
    await page.keyboard.press(key);
    const reached = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
    if (reached.trim().startsWith(name)) return;
  }
  throw new Error(`the keyboard does not reach « ${name} »`);
}

const MAX_PRESSES = 150;

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
