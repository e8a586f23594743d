import type { SourceTable } from '../read/source.ts';
import type { TableSchema } from '../standards/table-schema.ts';

/** A table with what is known of it before its delivery is put together. */
export interface RecognisedTable {
  source: SourceTable;
  schema: TableSchema | null;
  madeFor: string | null;
}

/** A recognised table that follows a schema. */
export type OfficialTable = RecognisedTable & { schema: TableSchema };

/** The tables that follow that table of a standard: `ASSIETTE_SUP` stands for `ASSIETTE_SUP_S` and `ASSIETTE_SUP_L` too. */
export function tablesOf(tables: readonly RecognisedTable[], name: string): OfficialTable[] {
  return tables.filter((table): table is OfficialTable => {
    const official = table.schema?.table ?? '';
    return official === name || SHAPES.some((shape) => official === `${name}_${shape}`);
  });
}

const SHAPES = ['S', 'L', 'P'];
