import type { PDFPageProxy } from 'pdfjs-dist';

/** The middles of what a page fills with a colour, in millimetres from its lower left corner, as pdf.js reads them. */
export async function pdfDots(page: PDFPageProxy, colour: string): Promise<[number, number][]> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { fnArray, argsArray } = await page.getOperatorList();
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let fill = '';
  const dots: [number, number][] = [];
  for (const [i, operator] of fnArray.entries()) {
    const args = argsArray[i];
    if (operator === OPS.save) stack.push(matrix);
    else if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = multiply(matrix, args as unknown as Matrix);
    else if (operator === OPS.setFillRGBColor) fill = String(args?.[0]).toLowerCase();
    else if (operator === OPS.constructPath && args?.[0] === OPS.fill && fill === colour) {
      const [minX, minY, maxX, maxY] = args[2] as [number, number, number, number];
      const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2];
      const [a, b, c, d, e, f] = matrix;
      dots.push([(a * x + c * y + e) * MM, (b * x + d * y + f) * MM]);
    }
  }
  return dots;
}

type Matrix = [number, number, number, number, number, number];

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

const MM = 25.4 / 72;
