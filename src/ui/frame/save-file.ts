/** Hands a file to the browser to keep. */
export function saveFile(content: BlobPart, type: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), RELEASE_MS);
}

/** Time a browser is left to read the file before its memory is given back, in milliseconds. */
const RELEASE_MS = 60_000;
