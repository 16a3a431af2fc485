/** Photographs of labels, as a phone's camera would take them. */
import type { Page } from '@playwright/test';
import { encode } from 'uqr';

/** ISO/IEC 16388, Code 39: nine bars and gaps for each letter, `w` for a wide one; of what an address consists of. */
const CODE_39: Readonly<Record<string, string>> = {
  ...{ '0': 'nnnwwnwnn', '1': 'wnnwnnnnw', '2': 'nnwwnnnnw', '3': 'wnwwnnnnn', '4': 'nnnwwnnnw' },
  ...{ '5': 'wnnwwnnnn', '6': 'nnwwwnnnn', '7': 'nnnwnnwnw', '8': 'wnnwnnwnn', '9': 'nnwwnnwnn' },
  ...{ A: 'wnnnnwnnw', B: 'nnwnnwnnw', C: 'wnwnnwnnn', D: 'nnnnwwnnw', E: 'wnnnwwnnn', F: 'nnwnwwnnn' },
  '*': 'nwnnwnwnn',
};
const WIDE = 3;

/** A row of modules: true is dark. */
function bars(text: string): boolean[] {
  return [...`*${text}*`].flatMap((letter) => [
    ...[...(CODE_39[letter] ?? '')].flatMap((width, at) =>
      Array.from({ length: width === 'w' ? WIDE : 1 }, () => at % 2 === 0),
    ),
    false,
  ]);
}

type Label = { bars: string[]; qr?: string; turned?: boolean };

/** A picture of a label: bar codes one under the other, and a QR code. @returns a file for an input */
export async function labelPhoto(page: Page, { bars: texts, qr, turned = false }: Label) {
  const rows = texts.map(bars);
  const matrix = qr === undefined ? [] : encode(qr, { border: 0 }).data;
  const png = await page.evaluate(
    ([lines, square, sideways]) => {
      const [bar, high, gap] = [4, 120, 70];
      const module = 8;
      const wide = Math.max(...lines.map((line) => line.length * bar), square.length * module) + 2 * gap;
      const tall = lines.length * (high + gap) + (square.length > 0 ? square.length * module + gap : 0) + gap;
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = sideways ? [tall, wide] : [wide, tall];
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.fillStyle = '#f3f1ea';
      context.fillRect(0, 0, canvas.width, canvas.height);
      if (sideways) {
        context.translate(tall, 0);
        context.rotate(Math.PI / 2);
      }
      context.fillStyle = '#1c1c1c';
      for (const [row, line] of lines.entries()) {
        for (const [at, dark] of line.entries())
          if (dark) context.fillRect(gap + at * bar, gap + row * (high + gap), bar, high);
      }
      const top = gap + lines.length * (high + gap);
      for (const [y, line] of square.entries()) {
        for (const [x, dark] of line.entries())
          if (dark) context.fillRect(gap + x * module, top + y * module, module, module);
      }
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [rows, matrix, turned] as const,
  );
  return { name: 'label.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') };
}
