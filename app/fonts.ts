import localFont from 'next/font/local';

/** The Latin faces, preloaded with metrics of their fallback matched, so that words neither flash nor jump. Other scripts come by unicode-range from globals.css. */
export const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
});

export const jetbrainsMono = localFont({
  src: '../node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
  weight: '100 800',
  variable: '--font-jetbrains',
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'monospace'],
});
