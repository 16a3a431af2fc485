/** Bar codes and QR codes in pixels, for browsers that read none themselves. */
import {
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';

/** Strips of the picture, then all of it: a label has several codes, one under the other, and a reader tells one. */
const STRIPS = 5;

/** @returns texts in the order in which they stand, from above */
export function codesIn({ data, width, height }: ImageData): string[] {
  const grey = greyOf(data);
  const strip = Math.ceil(height / STRIPS);
  const found = new Set<string>();
  for (const [from, to] of [
    ...Array.from({ length: 2 * STRIPS - 1 }, (_, at): [number, number] => [
      Math.round((at * strip) / 2),
      Math.min(height, Math.round((at * strip) / 2) + strip),
    ]),
    [0, height],
  ] as const) {
    const code = codeIn(grey.subarray(from * width, to * width), width, to - from);
    if (code !== null) found.add(code);
  }
  return [...found];
}

/** Luminance of each pixel (ITU-R BT.601). */
function greyOf(data: Uint8ClampedArray): Uint8ClampedArray {
  const grey = new Uint8ClampedArray(data.length / 4);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    grey[at] = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0);
  }
  return grey;
}

function codeIn(grey: Uint8ClampedArray, width: number, height: number): string | null {
  const reader = new MultiFormatReader();
  reader.setHints(new Map([[DecodeHintType.TRY_HARDER, true]]));
  try {
    const source = new RGBLuminanceSource(new Uint8ClampedArray(grey), width, height);
    return reader.decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  } catch {
    // It throws where there is none.
    return null;
  }
}
