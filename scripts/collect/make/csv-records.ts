/**
 * The records of a text in columns, as they flow, without their line ends: a line, or several where a quoted cell goes over them. Bytes are
 * taken as Latin-1, so that they can be written back as they were.
 */
export async function* csvRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  let open = '';
  for await (const chunk of chunks) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) {
      const record = open === '' ? line : `${open}\n${line}`;
      if (isOpen(record)) open = record;
      else {
        open = '';
        yield record.replace(/\r$/, '');
      }
    }
  }
  const last = open === '' ? rest : `${open}\n${rest}`;
  if (last !== '') yield last.replace(/\r$/, '');
}

/** The cells of a record; a doubled quote in a quoted cell is one. */
export function csvCells(record: string, separator: string): string[] {
  if (!record.includes('"')) return record.split(separator);
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < record.length; i++) {
    const sign = record[i] as string;
    if (sign === '"' && isQuoted && record[i + 1] === '"') cell += record[++i];
    else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

/** Whether a record ends in a quoted cell, which goes on. A quote opens one where a cell begins, and nowhere else: `tube 5"`. */
function isOpen(record: string): boolean {
  let isQuoted = false;
  for (let i = record.indexOf('"'); i >= 0; i = record.indexOf('"', i + 1)) {
    if (isQuoted && record[i + 1] === '"') i++;
    else if (isQuoted) isQuoted = false;
    else isQuoted = i === 0 || CELL_BEGINS.test(record[i - 1] as string);
  }
  return isQuoted;
}

/** A separator, or the end of a byte order mark. */
const CELL_BEGINS = /[;,\t|\n\u00bf]/;
