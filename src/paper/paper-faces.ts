import regularUrl from '@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf?url';
import italicUrl from '@expo-google-fonts/roboto/400Regular_Italic/Roboto_400Regular_Italic.ttf?url';
import boldUrl from '@expo-google-fonts/roboto/500Medium/Roboto_500Medium.ttf?url';
import { AppError } from '../domain/errors.ts';
import { PAPER_FAMILY } from './page-to-canvas.ts';
import type { PaperFonts } from './pdf/open-document.ts';

/**
 * The faces of documents, fetched from the site: Roboto, which has the signs that the Latin part of the screens' face lacks (≥, ≤, ◊).
 * @throws {AppError} `engine-failed` when the site has not got them.
 */
export async function fetchPaperFonts(): Promise<PaperFonts> {
  const [regular, bold, italic] = await Promise.all(
    [regularUrl, boldUrl, italicUrl].map(fetchFace),
  );
  return { regular, bold, italic } as PaperFonts;
}

/** The faces of documents, known to the canvases of this worker too. @throws {AppError} as `fetchPaperFonts`. */
export async function loadPaperFaces(faces: FontFaceSet): Promise<PaperFonts> {
  const fonts = await fetchPaperFonts();
  for (const [name, bytes] of Object.entries(fonts)) {
    const face = new FontFace(PAPER_FAMILY, bytes.slice(0), FACES[name as keyof PaperFonts]);
    faces.add(await face.load());
  }
  return fonts;
}

/** As canvases ask for them. */
const FACES: Record<keyof PaperFonts, FontFaceDescriptors> = {
  regular: { weight: '400' },
  bold: { weight: '600' },
  italic: { weight: '500', style: 'italic' },
};

async function fetchFace(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new AppError('engine-failed', `no answer from ${url}`, { url }, cause);
  });
  if (!response.ok) throw new AppError('engine-failed', `${response.status} for ${url}`, { url });
  return response.arrayBuffer();
}
