'use client';

import { type HTMLAttributes, type ReactElement, useState } from 'react';
import { laterPart } from '@/components/ui/later-part';
import { Popover } from '@/components/ui/popover';
import type { SaveViewFormProps } from './save-view-form';

const SaveViewForm = laterPart(async () => (await import('./save-view-form')).SaveViewForm);

export type SaveViewProps = Omit<SaveViewFormProps, 'close'> & {
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
};

/** Names the query on screen, or renames and deletes the saved view that it is. */
export function SaveView({ trigger, ...form }: SaveViewProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger={trigger}
      label={form.active ? 'Edit view' : 'Save view'}
      open={open}
      onOpenChange={setOpen}
      className="w-[260px]"
    >
      <SaveViewForm {...form} close={() => setOpen(false)} />
    </Popover>
  );
}
