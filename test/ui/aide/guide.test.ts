import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layersOf } from '../../../src/domain/question.ts';
import { parseAddress } from '../../../src/state/address.ts';
import { keyToCommand } from '../../../src/state/seance-keys.ts';
import { GUIDES, METHODS, passageOf, searchHelp } from '../../../src/ui/aide/help-pages.ts';
import { helpHints } from '../../../src/ui/strings/aide/aide.ts';
import { glossary } from '../../../src/ui/strings/aide/glossary.ts';
import { shortcutGroups } from '../../../src/ui/strings/aide/shortcuts.ts';
import { visits } from '../../../src/ui/strings/aide/visite.ts';
import { SHOW_KEYS } from '../../../src/ui/strings/seance.ts';
import { cellAfter } from '../../../src/ui/table/use-grid-focus.ts';

const ROOT = join(import.meta.dirname, '../../..');
const pages = [...GUIDES, ...METHODS];
const links = pages.flatMap(({ sections }) => sections.flatMap((section) => section.links ?? []));

describe('the guide', () => {
  it.each(links)('“$label” opens what it says', ({ to, needs = [] }) => {
    const { faults, question, statement, screen } = parseAddress(to);
    expect(faults).toEqual([]);
    expect(to.startsWith(`#/${screen}`)).toBe(true);
    expect(question ? layersOf(question) : []).toSatisfy((ids: string[]) =>
      ids.every((id) => needs.includes(id)),
    );
    const table = statement?.match(/\bFROM (\w+)/)?.[1];
    if (table) expect(needs).toContain(table);
  });

  it('names layers that the library of territories knows', () => {
    const known = readdirSync(join(ROOT, 'data'), { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.json'))
      .map((path) => readFileSync(join(ROOT, 'data', path), 'utf8'))
      .join('\n');
    for (const id of new Set(links.flatMap(({ needs = [] }) => needs))) {
      expect(known).toContain(`"${id}"`);
    }
  });

  it('has one passage for each name', () => {
    const names = pages.flatMap(({ id, sections }) => sections.map((own) => `${id}.${own.id}`));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(parseAddress(`#/aide?page=${name}`).faults).toEqual([]);
  });

  it('has the passage of every question mark', () => {
    for (const { to } of Object.values(helpHints)) expect(passageOf(to)).not.toBeNull();
  });

  it('is searched by words, whatever their accents', () => {
    expect(searchHelp('echelle pdf').map(({ to }) => to)).toContain('amenagement.imprimer');
    expect(searchHelp('cc50').map(({ to }) => to)).toEqual(
      expect.arrayContaining(['mesures.surfaces', 'lexique']),
    );
    expect(searchHelp('  ')).toEqual([]);
    expect(searchHelp('xyzzy')).toEqual([]);
  });

  it('has its words in the order of the alphabet, and no-break spaces before double signs', () => {
    const words = glossary.map(([word]) => word);
    expect(words).toEqual([...words].sort((a, b) => a.localeCompare(b, 'fr')));
    const said = JSON.stringify([pages, glossary, visits, shortcutGroups]);
    expect(said.match(/.{12}(?:« | »|[\p{L}\d)] [;!?:](?= |")).{6}/gu)).toBeNull();
  });
});

describe('the list of keys', () => {
  const plain = { isCombined: false, isInField: false, isOnButton: false };

  it('has the letters of the presentation, and all that it hears', () => {
    const listed = SHOW_KEYS.flatMap(([keys]) => keys).filter((key) => /^[A-Z?.]$/.test(key));
    for (const key of listed) {
      expect(keyToCommand({ ...plain, key, code: '' }, ''), key).not.toBeNull();
    }
    const heard = [...'abcdefghijklmnopqrstuvwxyz'].filter((key) =>
      keyToCommand({ ...plain, key, code: '' }, ''),
    );
    expect(heard.filter((key) => !listed.includes(key.toUpperCase()))).toEqual([]);
  });

  it('has the keys of the table', () => {
    const size = { lines: 9, columns: 9, page: 3 };
    const listed = shortcutGroups.find(({ id }) => id === 'tableau')?.shortcuts ?? [];
    const names = { '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown' };
    const codes = { ...names, 'Page préc.': 'PageUp', 'Page suiv.': 'PageDown', Début: 'Home' };
    for (const [shown, key] of Object.entries({ ...codes, Fin: 'End' })) {
      expect(listed.some(([keys]) => keys.includes(shown))).toBe(true);
      const pressed = { key, ctrlKey: false, altKey: false };
      expect(cellAfter(pressed, { line: 4, column: 4 }, size)).not.toBeNull();
    }
  });
});
