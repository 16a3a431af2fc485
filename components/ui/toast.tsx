'use client';

import { X } from 'lucide-react';
import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react';
import { StateGlyph } from './glyphs/state-glyph';
import { IconButton } from './icon-button';
import { type Toast, type ToastStage, type ToastStore, toasts } from './toast-store';

const NONE: readonly Toast[] = [];
const GLYPHS = {
  requested: 'in-progress',
  accepted: 'in-progress',
  happening: 'in-progress',
  done: 'available',
  failed: 'failed',
} as const satisfies Record<ToastStage, string>;
const STAGE_WORDS: Record<ToastStage, string> = {
  requested: 'Requested',
  accepted: 'Accepted',
  happening: 'In progress',
  done: 'Done',
  failed: 'Not done',
};

type LinkLike = ComponentType<{ href: string; className: string; children: ReactNode }> | 'a';

/** Bottom right, once in the shell. A started action stays until it is done; readers hear each change politely. */
export function Toaster({ store = toasts, link: Link = 'a' }: { store?: ToastStore; link?: LinkLike }) {
  const shown = useSyncExternalStore(store.subscribe, store.read, () => NONE);
  return (
    <section
      className="toaster"
      aria-label="Actions under way"
      aria-live="polite"
      aria-relevant="additions text"
    >
      {shown.map((toast) => (
        <div key={toast.id} className="toast" data-stage={toast.stage}>
          <StateGlyph state={GLYPHS[toast.stage]} size={17} />
          <div className="min-w-0 flex-1">
            <p className="font-semibold [overflow-wrap:anywhere]">{toast.title}</p>
            <p className="text-small text-ink-2 [overflow-wrap:anywhere]">
              {toast.detail ?? STAGE_WORDS[toast.stage]}
            </p>
          </div>
          {toast.action && (
            <Link href={toast.action.href} className="link text-small max-md:py-3.5">
              {toast.action.label}
            </Link>
          )}
          <IconButton
            label="Dismiss"
            icon={<X size={14} strokeWidth={1.75} aria-hidden />}
            onClick={() => store.dismiss(toast.id)}
          />
        </div>
      ))}
    </section>
  );
}
