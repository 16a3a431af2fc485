/**
 * What the codes in a photograph say. The browser's own reader where it has one (Barcode Detection API: Chrome on Android);
 * elsewhere a library, which is fetched for it.
 */

/** Long side of what is looked at, in pixels: the bars of a label that fills half of the picture are three wide. */
const LONG_SIDE = 1_600;

type Detector = { detect: (image: ImageBitmap) => Promise<{ rawValue: string }[]> };

/**
 * @returns the texts, code by code; none when there is no code; null when the file is no picture
 * @throws when the library cannot be fetched
 */
export async function readLabel(file: Blob): Promise<string[] | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return null;
  try {
    return (await byBrowser(image)) ?? (await byLibrary(image));
  } finally {
    image.close();
  }
}

async function byBrowser(image: ImageBitmap): Promise<string[] | null> {
  const Own: unknown = Reflect.get(window, 'BarcodeDetector');
  if (typeof Own !== 'function') return null;
  try {
    const detector: Detector = Reflect.construct(Own, []);
    return (await detector.detect(image)).map(({ rawValue }) => rawValue);
  } catch {
    // It is there by name only, as on a desktop without the service behind it.
    return null;
  }
}

async function byLibrary(image: ImageBitmap): Promise<string[]> {
  const { codesIn } = await import('./label-library');
  const found: string[] = [];
  for (const upright of [true, false]) {
    found.push(...codesIn(pixelsOf(image, upright)));
    if (found.length > 0) break;
  }
  return found;
}

/** @param upright as it is, or on its side: bars are read along the rows */
function pixelsOf(image: ImageBitmap, upright: boolean): ImageData {
  const scale = Math.min(1, LONG_SIDE / Math.max(image.width, image.height));
  const [across, down] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = upright ? [across, down] : [down, across];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('The browser draws nothing.');
  if (!upright) {
    context.translate(down, 0);
    context.rotate(Math.PI / 2);
  }
  context.drawImage(image, 0, 0, across, down);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
