import type { Locator, Page } from 'playwright';
import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import type { Field, Layer } from '../../src/domain/layer.ts';
import {
  type AttributeCondition,
  type Condition,
  isAttribute,
  isRelation,
  type MeasureCondition,
  type Question,
  type RelationCondition,
  type Scalar,
} from '../../src/domain/question.ts';
import {
  type Operator,
  operatorLabel,
  operatorOf,
  operatorsOf,
} from '../../src/ui/question/attribute-operators.ts';
import { inseeField } from '../../src/ui/question/commune-fields.ts';
import { childPath, ROOT_PATH, relatedPath } from '../../src/ui/question/condition-path.ts';
import { firstRelation } from '../../src/ui/question/first-conditions.ts';
import { layerNames } from '../../src/ui/question/layer-names.ts';
import { suggestRelations } from '../../src/ui/question/suggest-relations.ts';
import { builder as words } from '../../src/ui/strings/builder.ts';
import { formatQuantity, formatShortDate, formatValue } from '../../src/ui/strings/format.ts';
import { fr } from '../../src/ui/strings/fr.ts';
import { formatPlain } from '../../src/ui/strings/french-number.ts';
import { travelModes } from '../../src/ui/strings/travel-modes.ts';

/** Where a question is built: the page that shows the form, and the catalogue with the names of the communes in it. */
interface Site {
  page: Page;
  catalogue: Catalogue;
}

/**
 * Builds a question in the empty form that a page shows, as a reader would with the mouse: what is to be chosen is clicked by the
 * words on the screen, and only search texts and numbers are typed. The entries of a native list, which the browser draws outside of
 * the page, are chosen by their words, which must be those of one entry alone. A value of a text or of a code is ticked where the
 * question compares with it, so that the question built means the same without being written the same.
 * @throws {Error} for a condition on a drawn shape, which takes the map, and where the form does not offer what the question asks for.
 */
export async function buildQuestion(site: Site, question: Question): Promise<void> {
  const { page, catalogue } = site;
  const target = findLayer(catalogue, question.target);
  const sought = catalogue.layers.filter(({ base }) => !base);
  const name = layerNames(sought, 'many').get(target.id) ?? target.id;
  await choose(page.getByLabel(fr.question.target), name);
  const { where } = question;
  const root = where.kind === 'and' || where.kind === 'or' ? where : null;
  if (root?.kind === 'or') {
    await choose(page.getByLabel(fr.question.matching).first(), fr.question.any);
  }
  for (const [i, condition] of (root?.conditions ?? [where]).entries()) {
    await addCondition(site, condition, {
      target,
      owner: ROOT_PATH,
      path: childPath(ROOT_PATH, i),
    });
  }
  if (question.groupBy === undefined) return;
  const { label } = fieldOf(target, question.groupBy);
  await choose(page.getByLabel(fr.question.groupBy), label);
}

/** Where a condition goes: on which layer it is, the path of what holds it, and its own. */
interface Place {
  target: Layer;
  owner: string;
  path: string;
}

async function addCondition(site: Site, condition: Condition, place: Place): Promise<void> {
  if (condition.kind === 'not') {
    await addCondition(site, condition.condition, place);
    await rowAt(site, place.path).locator('> .condition-head > .except').click();
  } else if (condition.kind === 'and' || condition.kind === 'or') {
    await addGroup(site, condition, place);
  } else if (isRelation(condition)) await addRelation(site, condition, place);
  else if (isAttribute(condition)) await addAttribute(site, condition, place);
  else await addMeasure(site, condition, place);
}

async function addGroup(
  site: Site,
  { kind, conditions }: Extract<Condition, { kind: 'and' | 'or' }>,
  { target, owner, path }: Place,
): Promise<void> {
  await holderAt(site, owner)
    .locator('> .group-buttons')
    .getByRole('button', { name: fr.question.addGroup })
    .click();
  const matching = rowAt(site, path).locator('> .condition-body > .group > .group-head select');
  await choose(matching, kind === 'and' ? fr.question.subAll : fr.question.subAny);
  for (const [i, child] of conditions.entries()) {
    await addCondition(site, child, { target, owner: path, path: childPath(path, i) });
  }
}

async function addRelation(site: Site, condition: RelationCondition, place: Place): Promise<void> {
  if ('shape' in condition) throw new Error('no way to build a condition on a shape');
  const { catalogue } = site;
  const layer = findLayer(catalogue, condition.layer);
  const first = JSON.stringify(firstRelation(condition.kind, { layer: layer.id }));
  const proposed = suggestRelations({ target: place.target, catalogue, drawn: [] });
  const suggestion = proposed.find(
    ({ action, detail }) => detail === layer.title && JSON.stringify(action.condition) === first,
  );
  if (!suggestion) throw new Error(`${condition.kind} ${layer.id} is not proposed`);
  await addFound(site, place.owner, { ...suggestion, typed: layer.noun[1] });
  const editor = rowAt(site, place.path).locator('> .condition-body > .relation');
  await setNumber(editor, condition);
  const where = condition.where ?? [];
  for (const [i, child] of where.entries()) {
    const path = relatedPath(place.path, i);
    await addCondition(site, child, { target: layer, owner: place.path, path });
  }
}

/** Sets the number of a relation by the button that names it, else by its field; and the mode of a travel. */
async function setNumber(editor: Locator, condition: RelationCondition): Promise<void> {
  if (condition.kind === 'travel') {
    await choose(editor.getByLabel(fr.condition.modeLabel), travelModes[condition.mode]);
  }
  const quantity = quantityOf(condition);
  if (!quantity) return;
  await editor.locator('> .quick-values').waitFor();
  const quick = editor.locator('> .quick-values').getByRole('button', {
    name: formatQuantity(quantity.value, quantity.unit),
    exact: true,
  });
  if ((await quick.count()) > 0) await quick.click();
  else await writeNumber(editor.locator('> .phrase'), quantity.value);
}

function quantityOf(condition: RelationCondition): { value: number; unit: string } | null {
  if (condition.kind === 'distance') return { value: condition.metres, unit: 'm' };
  if (condition.kind === 'travel') return { value: condition.minutes, unit: 'min' };
  return condition.kind === 'overlap' ? { value: condition.minShare * 100, unit: '%' } : null;
}

async function addAttribute(
  site: Site,
  condition: AttributeCondition,
  { target, owner, path }: Place,
): Promise<void> {
  const field = fieldOf(target, condition.field);
  const values = tickedValues(condition, field);
  const codes = field.codes ?? {};
  const [only] = values ?? [];
  if (field === inseeField(target) && values?.length === 1) {
    const name = codes[String(only)] ?? '';
    const label = words.inCommune(name);
    return addFound(site, owner, { label, detail: String(only), typed: name });
  }
  const detail = field.label === field.name ? '' : field.name;
  await addFound(site, owner, { label: field.label, detail, typed: field.label });
  const editor = rowAt(site, path).locator('> .condition-body > .phrase');
  const operator: Operator = values ? 'among' : operatorOf(condition);
  await choose(editor.getByLabel(fr.condition.operator), operatorLabel(operator, field));
  if (values) {
    for (const value of values) await tick(editor, formatValue(value, field));
  } else await setValue(editor, condition, field);
}

/** The values to tick for a condition, where the form lists them: of a text and of official codes. */
function tickedValues(condition: AttributeCondition, field: Field): Scalar[] | null {
  if (condition.kind === 'among') return condition.values;
  const isListed = field.type === 'text' || !operatorsOf(field).includes('=');
  const isEqual = condition.kind === 'compare' && condition.op === '=';
  return isEqual && isListed ? [condition.value] : null;
}

async function tick(editor: Locator, value: string): Promise<void> {
  const list = editor.locator('.checklist-list');
  await editor.locator('.checklist-toggle').waitFor();
  if ((await list.count()) === 0) await editor.locator('.checklist-toggle').click();
  await list.locator('label', { has: list.page().locator('span', reads(value)) }).click();
}

async function setValue(
  editor: Locator,
  condition: AttributeCondition,
  field: Field,
): Promise<void> {
  if (condition.kind !== 'compare' && condition.kind !== 'contains') return;
  const written = condition.kind === 'compare' ? condition.value : condition.text;
  const value = editor.getByLabel(fr.condition.value);
  if (typeof written === 'boolean') await choose(value, formatValue(written, field));
  else if (typeof written === 'number') await writeNumber(editor, written);
  else await value.fill(field.type === 'date' ? formatShortDate(written) : written);
}

async function addMeasure(site: Site, condition: MeasureCondition, place: Place): Promise<void> {
  const label = condition.measure === 'area' ? words.area : words.length;
  await addFound(site, place.owner, { label, detail: words.measured, typed: label });
  const editor = rowAt(site, place.path).locator('> .condition-body > .phrase');
  const operator = fr.condition.measureOperators[condition.op];
  await choose(editor.getByLabel(fr.condition.operator), operator);
  await writeNumber(editor, condition.value);
}

async function writeNumber(editor: Locator, value: number): Promise<void> {
  await editor.locator('.number-field input').fill(formatPlain(value));
}

/** Adds, to what is at `owner`, the condition proposed under a label and its detail, found by a text. */
async function addFound(
  site: Site,
  owner: string,
  { label, detail, typed }: { label: string; detail: string; typed: string },
): Promise<void> {
  const holder = holderAt(site, owner);
  if (owner !== ROOT_PATH) {
    const toAdd = [words.search.toGroup, ...Object.values(words.search.toRelated)];
    const names = new RegExp(`^(${toAdd.join('|')})$`);
    await holder.locator('> button, > .group-buttons > button').filter({ hasText: names }).click();
  }
  const search = site.page.locator(`input[data-adds="${owner}"]`);
  await search.click();
  await search.fill(typed);
  const { page } = site;
  await page
    .locator('.choices [role=option]')
    .filter({ has: page.locator('span:first-child', reads(label)) })
    .filter({ has: page.locator('span:last-child', reads(detail)) })
    .click();
}

/** What narrows a locator to what reads so, in capitals or not, and nothing else. */
function reads(text: string): { hasText: RegExp } {
  return { hasText: new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'i') };
}

/** The row of the condition at a path. */
function rowAt({ page }: Site, path: string): Locator {
  return page.locator(`.condition[data-path="${path}"]`);
}

/** What holds conditions at a path: the group, or the part of a relation that is about the features of the other layer. */
function holderAt(site: Site, path: string): Locator {
  if (path === ROOT_PATH) return site.page.locator('.group[data-root=true]');
  return rowAt(site, path).locator('> .condition-body').locator('> .group, > .relation > .related');
}

/** Chooses the one entry of a native list that has these words. */
async function choose(list: Locator, label: string): Promise<void> {
  await list.waitFor();
  const entries = await list.locator('option').allTextContents();
  const same = entries.filter((entry) => entry === label).length;
  if (same !== 1) throw new Error(`${same} entries of the list read "${label}"`);
  await list.selectOption({ label });
}

function fieldOf(layer: Layer, name: string): Field {
  const field = layer.fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`${layer.id} has no field ${name}`);
  return field;
}
