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
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

function isOpen(record: string): boolean {
  let quotes = 0;
  for (let i = record.indexOf('"'); i >= 0; i = record.indexOf('"', i + 1)) quotes++;
  return quotes % 2 === 1;
}
