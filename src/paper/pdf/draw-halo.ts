/** Where a text stands, in the unit of the current space, y down. */
interface Halo {
  x: number;
  /** Of the baseline. */
  y: number;
  sizeMm: number;
  colour: string;
  /** On either side of a stroke. */
  widthMm: number;
  /** Space added between letters. */
  trackingMm: number;
}

/** A face as pdfkit 0.19 holds it (`document._font`, not in its types): a font of fontkit. */
interface EmbeddedFace {
  font: {
    unitsPerEm: number;
    layout(text: string): {
      glyphs: { id: number; path: { commands: { command: string; args: number[] }[] } }[];
      positions: { xAdvance: number; xOffset: number }[];
    };
  };
}

/**
 * The outlines of a text in the current face, broad and in the colour of the ground. They are shapes, not text: a reader
 * who searches or copies finds each label once.
 */
export function drawHalo(document: PDFKit.PDFDocument, text: string, halo: Halo): void {
  const { font } = (document as unknown as { _font: EmbeddedFace })._font;
  const { glyphs, positions } = font.layout(text);
  const scale = halo.sizeMm / font.unitsPerEm;
  const width = Math.round((2 * halo.widthMm) / scale);
  document.save();
  document.strokeColor(halo.colour).strokeOpacity(HALO_OPACITY);
  const operators = [`${scale.toFixed(7)} 0 0 ${(-scale).toFixed(7)} ${halo.x} ${halo.y} cm`];
  operators.push(`${width} w 1 J 1 j [] 0 d`);
  let pen = 0;
  for (const [i, { path }] of glyphs.entries()) {
    const { xAdvance, xOffset } = positions[i] as { xAdvance: number; xOffset: number };
    if (path.commands.length > 0) {
      operators.push(`q 1 0 0 1 ${Math.round(pen + xOffset)} 0 cm`, outlineOf(path), 'S Q');
    }
    pen += xAdvance + halo.trackingMm / scale;
  }
  document.addContent(operators.join('\n'));
  document.restore();
}

type Outline = Parameters<typeof toOperators>[0];
const outlines = new WeakMap<Outline, string>();

/** Glyphs are the same objects each time, so that their outlines are written out once. */
function outlineOf(path: Outline): string {
  const known = outlines.get(path);
  if (known !== undefined) return known;
  const written = toOperators(path);
  outlines.set(path, written);
  return written;
}

/** A path of TrueType as operators of PDF, which has no quadratic curves. */
function toOperators({ commands }: { commands: { command: string; args: number[] }[] }): string {
  let at: [number, number] = [0, 0];
  const written: string[] = [];
  for (const { command, args } of commands) {
    const to = args.slice(-2) as [number, number];
    if (command === 'moveTo') written.push(`${round(args)} m`);
    else if (command === 'lineTo') written.push(`${round(args)} l`);
    else if (command === 'bezierCurveTo') written.push(`${round(args)} c`);
    else if (command === 'quadraticCurveTo') written.push(`${round(cubic(at, args))} c`);
    else written.push('h');
    if (args.length > 0) at = to;
  }
  return written.join(' ');
}

function cubic([x0, y0]: [number, number], [cx = 0, cy = 0, x = 0, y = 0]: number[]): number[] {
  const toward = (from: number, control: number) => from + (2 / 3) * (control - from);
  return [toward(x0, cx), toward(y0, cy), toward(x, cx), toward(y, cy), x, y];
}

const round = (values: number[]) => values.map((value) => Math.round(value)).join(' ');

const HALO_OPACITY = 0.85;
