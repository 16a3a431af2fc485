import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ClockProvider } from '@/components/ui/clock';
import { EarlyActs } from '@/components/ui/early-acts';
import { EARLY_SCRIPT } from '@/components/ui/early-keeper';
import { readLook } from '@/lib/format/look';
import { inter, jetbrainsMono } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Roost', template: '%s - Roost' },
  description: 'A web console for the StarlingX edge platform',
  robots: { index: false, follow: false },
};

const CANVAS = { light: '#f4f5f7', dark: '#0b0d10' };

export async function generateViewport(): Promise<Viewport> {
  const { theme } = readLook(await cookies());
  return {
    width: 'device-width',
    initialScale: 1,
    viewportFit: 'cover',
    themeColor:
      theme === 'system'
        ? [
            { media: '(prefers-color-scheme: light)', color: CANVAS.light },
            { media: '(prefers-color-scheme: dark)', color: CANVAS.dark },
          ]
        : CANVAS[theme],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const look = readLook(await cookies());
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html
      lang="en"
      data-theme={look.theme}
      data-density={look.density}
      data-times={look.times}
      className={`${inter.variable} ${jetbrainsMono.variable}`}
    >
      <body>
        {/* In the HTML itself: as a file of its own it would come after the first thing that can be pressed. */}
        <script nonce={nonce} suppressHydrationWarning>
          {EARLY_SCRIPT}
        </script>
        <ClockProvider now={Date.now()} zone={look.times === 'utc' ? 'UTC' : look.zone}>
          {children}
          <EarlyActs />
        </ClockProvider>
      </body>
    </html>
  );
}
