import type { SqlProposal } from '../../sql/complete.ts';
import type { DuckdbFunctionName } from '../../sql/words.ts';
import { duckdbHelp } from '../strings/duckdb-help.ts';
import { sqlHelp } from '../strings/sql-help.ts';
import { sqlScreen } from '../strings/sql-screen.ts';

/** What is said beside a proposal of the editor, and more of it in a note. */
export function describeProposal(proposal: SqlProposal): { detail?: string; info?: string } {
  const words = sqlScreen.proposals;
  switch (proposal.kind) {
    case 'table': {
      const { layer } = proposal;
      return layer ? { detail: layer.title, info: words.table(layer) } : { detail: words.named };
    }
    case 'column': {
      const { field, table, text } = proposal;
      if (!field) return { detail: text === 'geom' ? sqlScreen.geometry : table };
      const detail = field.unit ? `${field.label} (${field.unit})` : field.label;
      return { detail, info: words.column(field, table) };
    }
    case 'alias':
      return { detail: words.alias(proposal.table) };
    case 'value':
      return { detail: proposal.meaning };
    case 'function': {
      const { text, parameters } = proposal;
      const help = sqlHelp[text] ?? duckdbHelp[text as DuckdbFunctionName];
      return { detail: `(${parameters})`, ...(help ? { info: help } : {}) };
    }
    case 'keyword':
      return {};
  }
}
