/**
 * The records of a text in columns, as they flow, without their line ends: a line, or several where a quoted cell goes over them. Bytes are
 * taken as Latin-1, so that they can be written back as they were.
 */
export async function* csvRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  let record: string[] = [];
  for await (const chunk of chunks) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) {
      record.push(line);
      if (isOpen(line, record.length > 1)) continue;
      yield record.join('\n').replace(/\r$/, '');
      record = [];
    }
  }
  const last = [...record, rest].join('\n');
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

/** Whether a line, which begins in a quoted cell or not, ends in one. A quote opens one where a cell begins, and nowhere else: `tube 5"`. */
function isOpen(line: string, beginsQuoted: boolean): boolean {
  let isQuoted = beginsQuoted;
  for (let i = line.indexOf('"'); i >= 0; i = line.indexOf('"', i + 1)) {
    if (isQuoted && line[i + 1] === '"') i++;
    else if (isQuoted) isQuoted = false;
    else isQuoted = i === 0 || CELL_BEGINS.test(line[i - 1] as string);
  }
  return isQuoted;
}

/** A separator, or the end of a byte order mark. */
const CELL_BEGINS = /[;,\t|\n\u00bf]/;
