import type { ReactNode } from 'react';

/** Title and one sentence above a form of the sign-in pages. */
export function AuthHeading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <h1 className="text-[24px] leading-[30px]">{title}</h1>
      <p className="text-prose text-ink-2">{children}</p>
    </div>
  );
}
