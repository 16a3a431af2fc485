'use client';
import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';

/** `ingrid.nilsen` is IN, `admin` is AD. */
const initials = (name: string): string => {
  const [first = '', second] = name.split(/[.\s_-]+/);
  return (second ? first.charAt(0) + second.charAt(0) : first.slice(0, 2)).toUpperCase();
};

/** One line of what people said: who, what they did, when, and their words. */
export function Saying(props: { by: string; at: number; what?: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className="grid size-6 flex-none place-items-center rounded-full border border-line text-micro font-medium text-ink-2"
      >
        {initials(props.by)}
      </span>
      <div className="min-w-0 flex-1">
        <p>
          <b className="font-medium">{props.by}</b>{' '}
          <span className="text-ink-3">
            {props.what && <>{props.what}, </>}
            <Time at={props.at} />
          </span>
        </p>
        {props.children && (
          <p className="text-prose whitespace-pre-wrap [overflow-wrap:anywhere]">{props.children}</p>
        )}
      </div>
    </li>
  );
}
