'use client';

import { X } from 'lucide-react';
import * as Radix from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button';
import { Modal, type ModalProps } from './modal';

export interface SheetProps extends Omit<ModalProps, 'className'> {
  /** Verb and object: "Lock worker-1". */
  title: ReactNode;
  /** One sentence of effect. */
  description?: ReactNode;
  /** Buttons, the primary one first. A submit button here names its form with the `form` attribute. */
  footer?: ReactNode;
}

/** The modal sheet at the right (560 px, the whole screen on a phone) for preflights and forms. */
export function Sheet({ title, description, footer, children, ...modal }: SheetProps) {
  return (
    <Modal {...modal} className="sheet">
      <header className="sheet-head">
        <div className="mb-[3px] flex items-start gap-2">
          <Radix.Title className="min-w-0 flex-1 text-page font-semibold tracking-[-0.012em] [overflow-wrap:anywhere]">
            {title}
          </Radix.Title>
          <Radix.Close asChild>
            <IconButton
              label="Close"
              className="max-md:-my-2.5 max-md:-mr-2.5"
              icon={<X size={16} strokeWidth={1.75} aria-hidden />}
            />
          </Radix.Close>
        </div>
        {description && <p className="text-prose text-ink-2">{description}</p>}
      </header>
      <div className="sheet-body">{children}</div>
      {footer && <footer className="sheet-foot">{footer}</footer>}
    </Modal>
  );
}
