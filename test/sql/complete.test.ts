import { describe, expect, it } from 'vitest';
import { colourSql, statementAt } from '../../src/sql/colour.ts';
import { completeSql } from '../../src/sql/complete.ts';
import { DUCKDB_FUNCTIONS } from '../../src/sql/words.ts';
import { duckdbHelp } from '../../src/ui/strings/duckdb-help.ts';
import { createAtlas } from '../ui/create-atlas.ts';

const atlas = createAtlas();
/** What is proposed where `|` stands. */
const at = (text: string) => {
  const caret = text.indexOf('|');
  const { from, proposals, isAwaited } = completeSql(text.replace('|', ''), caret, atlas);
  return { typed: text.slice(from, caret), texts: proposals.map((one) => one.text), isAwaited };
};

describe('what an editor proposes', () => {
  it('are the tables after FROM and JOIN, with the named queries of the statement', () => {
    const { texts, isAwaited } = at('WITH grandes AS (SELECT 1) SELECT * FROM par|');
    expect(texts).toEqual(expect.arrayContaining(['grandes', 'parcelles', 'zone_urba', 'couches']));
    expect(isAwaited).toBe(true);
  });

  it('are the columns of an alias after its point, whichever query names it', () => {
    const one = at('SELECT z.| FROM parcelles p JOIN zone_urba z ON true');
    expect(one.texts).toEqual(['TYPEZONE', 'LIBELLE', 'geom']);
    expect(at('SELECT * FROM parcelles p WHERE p.con|').typed).toBe('con');
    expect(
      at('WITH g AS (SELECT nom AS titre, id FROM parcelles) SELECT g.| FROM g').texts,
    ).toEqual(['titre', 'id']);
  });

  it('are the codes of a field where its value comes next', () => {
    expect(at('SELECT * FROM zone_urba WHERE TYPEZONE = |').texts.slice(0, 2)).toEqual([
      "'AUc'",
      "'AUs'",
    ]);
    const listed = at("SELECT * FROM zone_urba z WHERE z.TYPEZONE NOT IN ('AUc', 'A|");
    expect(listed.texts).toEqual(["'AUc'", "'AUs'"]);
    expect(listed.typed).toBe("'A");
  });

  it('are columns first, then functions and words, elsewhere', () => {
    const { texts, isAwaited } = at('SELECT | FROM parcelles p');
    expect(texts.indexOf('contenance')).toBeLessThan(texts.indexOf('ST_Area'));
    expect(texts).toEqual(expect.arrayContaining(['p', 'count', 'DISTINCT']));
    expect(isAwaited).toBe(false);
  });

  it('have a help each', () => {
    expect(DUCKDB_FUNCTIONS.map(([name]) => name).filter((name) => !duckdbHelp[name])).toEqual([]);
  });
});

describe('the colours of a statement', () => {
  it('tell words, functions, texts, numbers and comments apart', () => {
    const sql = `SELECT count(*), "a b" -- note\nFROM x WHERE y = 'it''s' AND z > 1.5 /* fin`;
    expect(colourSql(sql).map(({ start, end, colour }) => [colour, sql.slice(start, end)])).toEqual(
      [
        ['keyword', 'SELECT'],
        ['function', 'count'],
        ['name', '"a b"'],
        ['comment', '-- note'],
        ['keyword', 'FROM'],
        ['keyword', 'WHERE'],
        ['string', "'it''s'"],
        ['keyword', 'AND'],
        ['number', '1.5'],
        ['comment', '/* fin'],
      ],
    );
  });

  it('the statement at the caret is the one between semicolons', () => {
    const sql = "SELECT ';'; SELECT 2;";
    const textAt = (caret: number) => {
      const { start, end } = statementAt(sql, caret);
      return sql.slice(start, end).trim();
    };
    expect([textAt(3), textAt(14), textAt(sql.length)]).toEqual([
      "SELECT ';'",
      'SELECT 2',
      'SELECT 2',
    ]);
  });
});
