import type { SourceFile } from '../../publish/source-file.ts';

/** The files that somebody chose, by name or by folder, with their bytes. */
export function readChosen(files: Iterable<File>): Promise<SourceFile[]> {
  return Promise.all(
    [...files].map((file) => toSource(file, file.webkitRelativePath || file.name)),
  );
}

/** What was dropped, taken while the event was handled: the browser forgets it after. */
export interface Dropped {
  entries: (FileSystemEntry | null)[];
  files: File[];
}

/** The files that were dropped, those of folders included. */
export async function readDropped({ entries, files }: Dropped): Promise<SourceFile[]> {
  const known = entries.filter((entry) => entry !== null);
  if (known.length === 0) return readChosen(files);
  const found = await Promise.all(known.map(filesOf));
  return Promise.all(found.flat().map(({ file, path }) => toSource(file, path)));
}

interface FileAt {
  file: File;
  path: string;
}

async function filesOf(entry: FileSystemEntry): Promise<FileAt[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ file, path }];
  }
  const children = await childrenOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(children.map(filesOf))).flat();
}

/** Every entry of a folder: the browser gives a hundred at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return children;
    children.push(...some);
  }
}

async function toSource(file: File, path: string): Promise<SourceFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { path, bytes, modified: new Date(file.lastModified).toISOString().slice(0, 10) };
}
