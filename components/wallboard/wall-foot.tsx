'use client';
/** The strip at the bottom: what nobody has looked at, what changed, what is being done. */
import type { ReactNode } from 'react';
import type { Severity } from '@/lib/domain/alarm';
import { Changes } from './changes';
import { Running } from './running';
import { Unseen } from './unseen';

const LINES = 2;

export function WallFoot({ floor, children }: { floor: Severity; children: ReactNode }) {
  return (
    <footer className="wall-foot">
      <Unseen floor={floor} most={LINES} />
      <Changes floor={floor} most={LINES} />
      <Running most={LINES} />
      {children}
    </footer>
  );
}
