import type { ReactNode } from 'react';
import '@/components/wallboard/wall.css';

/** No chrome: a board fills the screen. */
export default function WallboardLayout({ children }: { children: ReactNode }) {
  return children;
}
