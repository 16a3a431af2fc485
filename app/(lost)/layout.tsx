import type { ReactNode } from 'react';
import ConsoleLayout from '../(console)/layout';

/**
 * The console's frame without its loading state: an answer that has begun to stream a skeleton can no longer say
 * 404, and this one has to.
 */
export default function LostLayout({ children }: { children: ReactNode }) {
  return <ConsoleLayout>{children}</ConsoleLayout>;
}
