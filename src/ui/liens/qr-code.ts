import { encode } from 'uqr';

/** A QR code: its modules from top left, `true` being dark, with the quiet zone around them. */
export interface QrCode {
  modules: boolean[][];
  /** Modules of a side, quiet zone included. */
  size: number;
}

/** Longest link whose code a telephone still reads from a sheet of paper: version 25, 117 modules a side. */
export const MAX_QR_CHARS = 900;

/**
 * The QR code (ISO/IEC 18004) of a link, with 15 % of it restorable (level M) and the quiet zone of four modules that the standard asks
 * for; null for one longer than `MAX_QR_CHARS`.
 */
export function qrCode(url: string): QrCode | null {
  if (url.length > MAX_QR_CHARS) return null;
  const { data, size } = encode(url, { ecc: 'M', border: QUIET_ZONE });
  return { modules: data, size };
}

/** The dark modules as the data of an SVG path, one unit a module. */
export function qrPath({ modules }: QrCode): string {
  return modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
}

/** The code as an SVG file, 4 cm a side, its title under it in the file's own `<title>`. */
export function qrSvg(code: QrCode, title: string): string {
  const { size } = code;
  const escaped = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="40mm" viewBox="0 0 ${size} ${size}" role="img">`,
    `<title>${escaped}</title>`,
    `<path fill="#ffffff" d="M0 0h${size}v${size}h-${size}z"/>`,
    `<path fill="#000000" d="${qrPath(code)}"/>`,
    '</svg>',
  ].join('\n');
}

/** The code as a PNG file, some 1000 pixels a side, its title written under it; null where the browser gives no canvas. */
export function qrPng({ modules, size }: QrCode, title: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const scale = Math.ceil(PNG_PX / size);
  const side = scale * size;
  canvas.width = side;
  canvas.height = side + TITLE_PX;
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  modules.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) context.fillRect(x * scale, y * scale, scale, scale);
    });
  });
  context.font = `${TITLE_PX / 2}px sans-serif`;
  context.textAlign = 'center';
  context.fillText(title, side / 2, side + TITLE_PX / 3, side - 2 * scale);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

const QUIET_ZONE = 4;
const PNG_PX = 1000;
const TITLE_PX = 72;
