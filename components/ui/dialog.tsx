'use client';

import * as Radix from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { Modal, type ModalProps } from './modal';

export interface DialogProps extends Omit<ModalProps, 'className'> {
  title: ReactNode;
  footer?: ReactNode;
}

/** A small dialog in the centre, for a question or a short notice. What has consequences belongs in a Sheet. */
export function Dialog({ title, footer, children, ...modal }: DialogProps) {
  return (
    <Modal {...modal} className="dialog">
      <header className="sheet-head">
        <Radix.Title className="text-title font-semibold">{title}</Radix.Title>
      </header>
      <div className="sheet-body text-prose text-ink-2">{children}</div>
      {footer && <footer className="sheet-foot">{footer}</footer>}
    </Modal>
  );
}
