import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, inject, it, onTestFinished } from 'vitest';
import { serveSite } from '../../scripts/serve.mjs';
import { findViolations, startAxe } from '../helpers/find-violations.ts';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

/** The tests share two cores with the browser. */
const PATIENCE = { timeout: 30_000 };

const ROOT = join(import.meta.dirname, '..', '..');

it('a curtain is drawn by keys, the legend has what one side alone shows, and two maps side by side look at one place, whichever is moved', async () => {
  const { page, errors } = await openPage(
    `${inject('siteUrl')}#/carte?${FEW_LAYERS}&vue=2.64,50.53,11&volet=volet,0.5&volet-couches=gares`,
    { bypassCSP: true },
  );
  await page.getByLabel('Légende').getByText('Gare de fret').waitFor(PATIENCE);
  await startAxe(page);
  const found = await findViolations(page, 'a curtain', '.stage');
  const curtain = page.getByRole('slider', { name: 'Volet entre les deux cartes' });
  await curtain.focus();
  const keyed = async (key: string) => {
    await page.keyboard.press(key);
    return curtain.getAttribute('aria-valuenow');
  };
  expect([await keyed('ArrowRight'), await keyed('PageDown'), await keyed('Home')]).toEqual([
    '52',
    '62',
    '0',
  ]);
  expect(await curtain.getAttribute('aria-valuetext')).toMatch(/^0 %/);
  const clip = () =>
    page.locator('.other-map').evaluate((element) => getComputedStyle(element).clipPath);
  expect(await clip()).toBe('inset(0px 0px 0px 0%)');
  await keyed('End');
  expect(await clip()).toBe('inset(0px 0px 0px 100%)');
  await expect.poll(() => page.url(), PATIENCE).toContain('volet=volet,1');

  await page.getByRole('button', { name: 'Comparer', exact: true }).click();
  await page.getByRole('radio', { name: 'Côte à côte' }).check();
  await page.getByRole('combobox', { name: 'Couches' }).selectOption('Les mêmes couches');
  await page.getByRole('button', { name: 'Fermer l’outil' }).click();
  await expect.poll(() => page.url(), PATIENCE).toContain('volet=cote');
  expect([...found, ...(await findViolations(page, 'side by side', '.stage'))]).toEqual([]);
  await hideAllButMaps(page);
  const other = page.locator('.other-map canvas');
  const before = page.url();
  await other.focus();
  await page.keyboard.press('ArrowRight');
  await other.blur();
  await expect.poll(() => page.url(), PATIENCE).not.toBe(before);
  // A name may stand elsewhere; where the cameras differ by a step of the keys, most pixels do.
  await expect.poll(() => differingPixels(page), PATIENCE).toBeLessThan(1500);
  expect(errors).toEqual([]);
});

it('a page of another origin talks to the atlas in its frame, if the territory names it', async () => {
  const { frameUrl, allowed, stranger, origins } = await createHosts();
  const open = async (host: string) => {
    const opened = await openPage(`${host}?${encodeURIComponent(frameUrl)}`, {
      withoutMap: true,
      before: (page) => page.route('**/catalogue.json', (route) => nameOrigins(route, origins)),
    });
    const warnings: string[] = [];
    opened.page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    const frame = await opened.page.waitForSelector('iframe');
    const atlas = await frame.contentFrame();
    await atlas?.getByRole('link', { name: 'Ouvrir dans Arpent' }).waitFor();
    return { ...opened, atlas, warnings };
  };
  const say = (page: Page, message: object) =>
    page.evaluate(
      (said) =>
        (document.querySelector('iframe') as HTMLIFrameElement).contentWindow?.postMessage(
          said,
          '*',
        ),
      { arpent: 1, ...message },
    );
  const heard = (page: Page) =>
    page.evaluate(() => (window as unknown as { heard: { type: string }[] }).heard);

  const { page, atlas, errors } = await open(allowed);
  await expect
    .poll(() => heard(page), PATIENCE)
    .toContainEqual(expect.objectContaining({ type: 'pret' }));
  await say(page, { type: 'montrer', id: 1, couches: [{ id: 'zae', opacite: 0.5 }] });
  await expect
    .poll(() => heard(page), PATIENCE)
    .toContainEqual({ arpent: 1, type: 'fait', repond: 1 });
  await expect.poll(() => atlas?.url(), PATIENCE).toContain('couches=zae:0.5');
  await say(page, { type: 'montrer', id: 2, couches: [{ id: 'nulle_part' }] });
  await expect
    .poll(() => heard(page), PATIENCE)
    .toContainEqual(expect.objectContaining({ type: 'erreur', code: 'layer-unknown', repond: 2 }));
  expect(errors).toEqual([]);

  const other = await open(stranger);
  await say(other.page, { type: 'montrer', id: 1, couches: [{ id: 'zae' }] });
  await expect.poll(() => other.warnings.join(), PATIENCE).toContain('are ignored');
  expect(await heard(other.page)).toEqual([]);
  expect(other.atlas?.url()).not.toContain('zae');
});

/** The atlas, and pages of two other origins that hold it in a frame, the first of which the territory names. */
async function createHosts() {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(HOST);
  });
  await new Promise((resolve) => server.listen(0, () => resolve(null)));
  const { port } = server.address() as AddressInfo;
  const [allowed, stranger] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  const site = await serveSite({
    publicDir: join(ROOT, 'public'),
    distDir: join(ROOT, 'dist'),
    framedBy: [allowed, stranger],
  });
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await site.close();
  });
  const frameUrl = `${site.url}?embed=1#/carte?${FEW_LAYERS}`;
  return { frameUrl, allowed, stranger, origins: [allowed] };
}

const HOST = `<!doctype html><title>Page</title><link rel="icon" href="data:,"><script>
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(data));
</script><body><script>
  const frame = document.createElement('iframe');
  frame.src = decodeURIComponent(location.search.slice(1));
  Object.assign(frame, { title: 'Carte', width: 800, height: 500 });
  document.body.append(frame);
</script>`;

/** The catalogue of the site, whose territory lets pages of these origins talk. */
async function nameOrigins(
  route: Parameters<Parameters<Page['route']>[1]>[0],
  origins: string[],
): Promise<void> {
  const catalogue = await (await route.fetch({ maxRetries: 3 })).json();
  catalogue.territory.embed = { origins };
  await route.fulfill({ json: catalogue });
}

/** Leaves the two maps alone on the page, so that their pictures can be held against each other. */
async function hideAllButMaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const stage = document.querySelector('.stage') as HTMLElement;
    for (const element of [...stage.children] as HTMLElement[]) {
      if (!element.matches('.map, .other-side')) element.style.display = 'none';
    }
    for (const element of document.querySelectorAll<HTMLElement>(
      '.side-title, .stage .maplibregl-control-container',
    )) {
      element.style.display = 'none';
    }
  });
}

/** Pixels that differ between the pictures of the two maps, less the two columns at their common edge. */
async function differingPixels(page: Page): Promise<number> {
  const shots = [page.locator('.stage > .map canvas'), page.locator('.other-map canvas')];
  const pictures = await Promise.all(
    shots.map(async (shot) => (await shot.screenshot()).toString('base64')),
  );
  return page.evaluate(async (sources) => {
    const read = async (source: string) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.width,
        height: image.height,
      });
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      return context;
    };
    const [first, second] = await Promise.all(sources.map(read));
    if (!first || !second) return Number.POSITIVE_INFINITY;
    const width = Math.min(first.canvas.width, second.canvas.width) - 4;
    const height = Math.min(first.canvas.height, second.canvas.height);
    const [a, b] = [first, second].map((one) => one.getImageData(0, 0, width, height).data);
    let count = 0;
    for (let i = 0; i < width * height * 4; i += 4) {
      const [one = 0, two = 0] = [a?.[i], b?.[i]];
      if (Math.abs(one - two) > 40) count += 1;
    }
    return count;
  }, pictures);
}
