import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { answerQuestion } from '../../scripts/ask/answer-request.ts';
import { openEngine, readCatalogue } from '../../scripts/ask/open-folder.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../src/domain/commune.ts';
import type { SavedQuestion } from '../../src/domain/library.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { fillAsk } from '../../src/sql/fill-ask.ts';
import { parseAddress } from '../../src/state/address.ts';
import { withCommuneNames } from '../../src/ui/question/commune-fields.ts';
import { formatNumber, formatValue } from '../../src/ui/strings/format.ts';
import { fr } from '../../src/ui/strings/fr.ts';
import { buildQuestion } from '../helpers/build-question.ts';
import { exportFile, openExports } from '../helpers/export-file.ts';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';
import { meaningOf } from '../helpers/question-meaning.ts';

/** Three questions of the territory a role. */
const TWELVE = {
  urbanisme: ['q25', 'q26', 'q29'],
  gemapi: ['q32', 'q33', 'q37'],
  commune: ['q08', 'q12', 'q13'],
  economie: ['q58', 'q60', 'q63'],
};

/** The one that the command itself is asked, which takes a process; the others, what it is made of. */
const COMMANDED = 'q37';

/** The folder that the command asks by default. */
const SITE = 'public';

it('twelve questions, three a role, are built by mouse from an empty form and answered as the command answers them', {
  timeout: 600_000,
}, async () => {
  const catalogue = await readCatalogue(SITE);
  const engine = await openEngine(SITE, catalogue);
  const named = withCommuneNames(catalogue, await readCommunes(engine));
  const { page, errors } = await openPage(`${inject('siteUrl')}#/question?${FEW_LAYERS}`, {
    withoutMap: true,
    acceptDownloads: true,
  });
  for (const [role, ids] of Object.entries(TWELVE)) {
    for (const id of ids) {
      const saved = await readSaved(id);
      expect(saved.role, id).toBe(role);
      const question = questionOf(saved);
      expect(await page.locator('.condition').count(), id).toBe(0);
      await buildQuestion({ page, catalogue: named }, question);
      await page.getByRole('button', { name: fr.question.ask }).click();
      const answer = await engine.call('ask', { question });
      await page.locator('.answer-count').waitFor({ timeout: 90_000 });

      const { question: asked } = parseAddress(new URL(page.url()).hash);
      expect(asked && meaningOf(asked), id).toEqual(meaningOf(question));
      expect(answer.count, id).toBeGreaterThan(0);
      expect(await shownCount(page), id).toBe(formatNumber(answer.count, 0));
      expect(await shownGroups(page, question), id).toEqual(groupsOf(answer, named));
      const { text } = await answerQuestion(engine, catalogue, question, 'csv', () => {});
      if (id === COMMANDED) expect(await printedCsv(question)).toBe(text);
      expect(differingLines(await exportedCsv(page), text), id).toEqual([]);

      await page.getByRole('button', { name: fr.question.forget }).click();
      await page.getByRole('button', { name: 'Tout effacer' }).click();
    }
  }
  expect(errors).toEqual([]);
});

/** The CSV that the command itself prints for a question; what it tells meanwhile goes elsewhere. */
async function printedCsv(question: Question): Promise<string> {
  const args = ['run', '--silent', 'ask', '--', '--question', '-', '--emit', 'csv'];
  const command = promisify(execFile)('npm', args);
  command.child.stdin?.end(JSON.stringify(question));
  return (await command).stdout;
}

async function readSaved(id: string): Promise<SavedQuestion> {
  const name = (await readdir('data/questions')).find((file) => file.startsWith(id.slice(1)));
  return JSON.parse(await readFile(`data/questions/${name}`, 'utf8'));
}

/** A saved question with the values of its own in place of its parameters. */
function questionOf(saved: SavedQuestion): Question {
  const ask = fillAsk(saved);
  if (!('question' in ask)) throw new Error(`${saved.id} is a statement`);
  return ask.question;
}

async function readCommunes(engine: Engine): Promise<{ code: string; name: string }[]> {
  const request = { layer: COMMUNE_LAYER, fields: ['code', 'nom'] };
  const { rows, columns } = await engine.call('drawLayer', request);
  return Array.from(rows, (_, i) => ({
    code: String(columns.code?.[i]),
    name: String(columns.nom?.[i]),
  }));
}

async function shownCount(page: Page): Promise<string | null> {
  return page.locator('.answer-count strong').textContent();
}

/** The groups that the page counts, all of them, as label and number; none for a question without. */
async function shownGroups(page: Page, { groupBy }: Question): Promise<string[]> {
  if (groupBy === undefined) return [];
  const figures = page.locator('section.figures');
  await figures.locator('tbody tr').first().waitFor({ timeout: 90_000 });
  const all = figures.getByRole('button', { name: 'Tout afficher' });
  if (await all.isVisible()) await all.click();
  const rows = await figures.locator('tbody tr').all();
  const texts = rows.map(async (row) => {
    const label = await row.locator('th').textContent();
    return `${label} : ${await row.locator('td').first().textContent()}`;
  });
  return (await Promise.all(texts)).sort();
}

function groupsOf({ question, groups }: Answer, catalogue: Catalogue): string[] {
  const field = findLayer(catalogue, question.target).fields.find(
    ({ name }) => name === question.groupBy,
  );
  if (!field) return [];
  const label = (value: Answer['groups'][number]['value']) =>
    value === null || value === '' ? fr.answer.notFilled : formatValue(value, field);
  return groups.map(({ value, count }) => `${label(value)} : ${formatNumber(count, 0)}`).sort();
}

async function exportedCsv(page: Page): Promise<string> {
  await openExports(page);
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exportFile(page, 'csv'));
  await page.keyboard.press('Escape');
  return csv;
}

/**
 * The lines of one CSV that are not those of another: all its cells are the same, but for the last digits of what was measured, which
 * the sines of two versions of V8 give otherwise.
 */
function differingLines(csv: string, other: string): string[] {
  const others = other.split('\r\n');
  const lines = csv.split('\r\n');
  const differing = lines.filter((line, i) => !isSameLine(line, others[i] ?? ''));
  return lines.length === others.length ? differing : [...differing, `${others.length} lines`];
}

function isSameLine(line: string, other: string): boolean {
  const cells = other.split(';');
  return line.split(';').every((cell, i) => isSameCell(cell, cells[i] ?? ''));
}

function isSameCell(cell: string, other: string): boolean {
  if (cell === other || !MEASURED.test(cell)) return cell === other;
  const [value, wanted] = [cell, other].map((text) => Number(text.replace(',', '.'))) as [
    number,
    number,
  ];
  return Math.abs(value - wanted) <= 1e-9 * Math.abs(wanted);
}

/** A number that was not written by hand. */
const MEASURED = /^-?\d+,\d{6,}$/;
