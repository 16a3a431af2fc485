import type { ReactNode } from 'react';
import { Flock } from '@/components/auth/flock';
import { BrandMark } from '@/components/ui/glyphs/brand-mark';

/** The frame of the pages before the console: the form left, the flock right, the form alone on a phone. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh grid-cols-1 md:grid-cols-[minmax(460px,560px)_1fr]">
      <div className="flex flex-col border-line bg-surface px-5 pt-7 pb-5 md:border-r md:px-18 md:pt-9 md:pb-8">
        <header className="flex items-center gap-[11px] text-[19px] font-semibold tracking-[-0.018em]">
          <BrandMark size={26} />
          Roost
        </header>
        <main className="flex flex-1 flex-col justify-center py-10">
          <div className="flex w-full max-w-[380px] flex-col gap-4 [--field-h:40px] max-md:max-w-none max-md:[--field-h:48px] [&_.btn-large]:h-[42px] [&_.btn-large]:text-prose max-md:[&_.btn-large]:h-12">
            {children}
          </div>
        </main>
      </div>
      <div className="hidden md:block">
        <Flock />
      </div>
    </div>
  );
}
