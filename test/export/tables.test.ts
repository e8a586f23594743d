import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import Papa from 'papaparse';
import readSheet from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/domain/feature.ts';
import type { ExportContent, ExportCrs } from '../../src/export/export-content.ts';
import type { ExportFormatName } from '../../src/export/formats.ts';
import { writeContent } from '../../src/export/write-content.ts';
import { readKml } from '../../src/publish/read/kml.ts';
import { createExportContent, HARD_ROWS } from '../helpers/create-export-content.ts';

const hasOgr = (() => {
  try {
    execFileSync('ogr2ogr', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

async function bytesOf(
  format: ExportFormatName,
  content: ExportContent,
  crs: ExportCrs = 'EPSG:4326',
) {
  const openGdal = () => Promise.reject(new Error('no GDAL here'));
  const file = await writeContent(content, format, crs, { openGdal });
  return { ...file, bytes: new Uint8Array(await file.blob.arrayBuffer()) };
}

describe('CSV', () => {
  it('has the same rows for another reader, formulas made harmless', async () => {
    const { bytes } = await bytesOf('csv', createExportContent());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data, errors } = Papa.parse<string[]>(new TextDecoder().decode(bytes), {
      delimiter: ';',
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data[0]).toEqual(createExportContent().columns.map(({ name }) => name));
    expect(data.slice(1)).toEqual(HARD_ROWS.map((row) => row.map(csvText)));
  });
});

function csvText(value: Value): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value).replace('.', ',');
  return (value ?? '').replace(/^[=@]/, "'$&");
}

describe('XLSX', () => {
  it('has the same rows for another reader: numbers, days, texts, flags', async () => {
    const { bytes, remarks } = await bytesOf('xlsx', createExportContent());
    const [rows, sources] = await readSheets(bytes);
    expect(rows?.[0]).toEqual([
      'Identifiant',
      'Contenance cadastrale (m²)',
      'Distance (m)',
      'Bâtie',
      'Date d’approbation',
      'Commentaire',
    ]);
    expect(rows?.slice(1).map((row) => row.map(fromSheet))).toEqual(HARD_ROWS);
    expect(remarks).toEqual([]);
    expect(sources?.map(([label]) => label)).toEqual(
      expect.arrayContaining(['Critères', 'Couche', 'À savoir', 'Lien']),
    );
    expect(sources?.flat().join()).toContain('version 3f2a91c0');
  });

  it('runs no formula: what begins with = + - @ is text, also in the headings', async () => {
    const rows = ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1'].map((text) => [text]);
    const columns = [{ name: 'a', label: '=CMD()', type: 'text' as const }];
    const { bytes } = await bytesOf(
      'xlsx',
      createExportContent({ rows, columns, geometry: null, key: null }),
    );
    const files = unzipSync(bytes);
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toContain('<f');
    expect(sheet.match(/<c [^>]*t="(s|inlineStr|str)"/g)).toHaveLength(7);
    expect(sheet).toContain('state="frozen"');
  });

  it('keeps as text, and tells, what a spreadsheet cannot hold', async () => {
    const columns = [
      { name: 'n', label: 'n', type: 'number' as const },
      { name: 'd', label: 'd', type: 'date' as const },
      { name: 't', label: 't', type: 'text' as const },
    ];
    const { bytes, remarks } = await bytesOf(
      'xlsx',
      createExportContent({
        columns,
        rows: [[2 ** 60, '1789-07-14', `\u0001${'x'.repeat(40_000)}`]],
        geometry: null,
      }),
    );
    const [rows] = await readSheets(bytes);
    expect(rows?.[1]).toEqual(['1152921504606846976', '1789-07-14', 'x'.repeat(32_767)]);
    expect(remarks).toHaveLength(4);
  });

  it('refuses more rows than a sheet has', async () => {
    const rows = new Array(1_048_576).fill([]);
    await expect(
      bytesOf('xlsx', createExportContent({ rows, columns: [], geometry: null })),
    ).rejects.toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it('has a heading without any row', async () => {
    const { bytes } = await bytesOf('xlsx', createExportContent({ rows: [], shapes: [] }));
    expect((await readSheets(bytes))[0]).toHaveLength(1);
  });
});

async function readSheets(
  bytes: Uint8Array,
): Promise<(string | number | boolean | Date | null)[][][]> {
  const sheets = await readSheet(Buffer.from(bytes));
  return sheets.map(({ data }) => data) as never;
}

function fromSheet(value: unknown): unknown {
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

describe('GeoParquet', () => {
  it.each(['EPSG:4326', 'EPSG:2154'] as const)('has the same rows in %s', async (crs) => {
    const { bytes } = await bytesOf('parquet', createExportContent(), crs);
    const metadata = await parquetMetadataAsync(bytes.buffer);
    const rows = await parquetReadObjects({ file: bytes.buffer, compressors });
    const names = createExportContent().columns.map(({ name }) => name);
    const text = (value: unknown) =>
      value instanceof Date ? value.toISOString().slice(0, 10) : value;
    expect(rows.map((row) => names.map((name) => text(plain(row[name]))))).toEqual(HARD_ROWS);
    const kinds = rows.map(({ geometry }) => (geometry as { type: string } | null)?.type ?? null);
    expect(kinds).toEqual(['Polygon', 'MultiPolygon', 'Polygon', null, 'Polygon']);
    const own = Object.fromEntries(
      (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, JSON.parse(value ?? '')]),
    );
    expect(own.geo.columns.geometry.crs?.id.code).toBe(crs === 'EPSG:2154' ? 2154 : undefined);
    expect(own.arpent.sources[0].version).toBe('3f2a91c0');
  });

  it('writes integers that are not exact as numbers, columns of mixed values as text, and says so', async () => {
    const columns = [
      { name: 'n', label: 'n', type: 'integer' as const },
      { name: 'geometry', label: 'm', type: 'date' as const },
    ];
    const { bytes, remarks } = await bytesOf(
      'parquet',
      createExportContent({
        columns,
        rows: [
          [2 ** 60, '2024-01-01 10:00'],
          [1, null],
        ],
        geometry: null,
      }),
    );
    const rows = await parquetReadObjects({ file: bytes.buffer, compressors });
    expect(rows.map(({ n, geometry_2 }) => [n, geometry_2])).toEqual([
      [2 ** 60, '2024-01-01 10:00'],
      [1, null],
    ]);
    expect(remarks).toHaveLength(3);
  });

  it('is a file without any row', async () => {
    const { bytes } = await bytesOf('parquet', createExportContent({ rows: [], shapes: [] }));
    expect(await parquetReadObjects({ file: bytes.buffer, compressors })).toEqual([]);
  });
});

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

describe('KML', () => {
  it('has the same rows and shapes for another reader', async () => {
    const { bytes } = await bytesOf('kml', createExportContent());
    const [table] = readKml({ path: 'a.kml', bytes, modified: null } as never);
    const names = createExportContent().columns.map(({ name }) => name);
    const rows = HARD_ROWS.map((_, row) =>
      names.map((name) => table?.table.columns[name]?.[row] ?? null),
    );
    expect(rows).toEqual(HARD_ROWS);
    expect(Array.from(table?.table.geometry.kinds ?? [])).toEqual([3, 3, 3, 0, 3]);
  });

  it.skipIf(!hasOgr)(
    'has the same rows for ogr2ogr (skipped where it is not installed)',
    async () => {
      const { bytes } = await bytesOf('kml', createExportContent());
      const folder = mkdtempSync(join(tmpdir(), 'arpent-kml-'));
      writeFileSync(join(folder, 'a.kml'), bytes);
      const json = execFileSync('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', join(folder, 'a.kml')]);
      rmSync(folder, { recursive: true });
      const { features } = JSON.parse(json.toString());
      const names = ['id', 'contenance', 'distance_1_m', 'approbation', 'commentaire'];
      const kept = [0, 1, 2, 4, 5];
      const seen = features.map(({ properties }: { properties: Record<string, Value> }) =>
        names.map((name) => properties[name] ?? null),
      );
      expect(seen).toEqual(HARD_ROWS.map((row) => kept.map((i) => row[i])));
    },
  );
});
