/**
 * The buffers of every typed array in a value of plain objects and arrays, each once: they are moved across the worker
 * instead of copied. Views that are parts of a larger buffer are left to be copied.
 */
export function transferables(value: unknown): Transferable[] {
  const found = new Set<ArrayBuffer>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (value === null || typeof value !== 'object') return;
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) found.add(buffer);
  } else if (!isScalarArray(value)) {
    for (const child of Object.values(value)) collect(child, found);
  }
}

/** Columns of values hold no buffers: they need not be walked through. */
function isScalarArray(value: object): boolean {
  return Array.isArray(value) && (value.length === 0 || typeof value[0] !== 'object');
}
