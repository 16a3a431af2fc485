'use client';
/** Deleting an interface: what goes with it. */
import { GoesWithIt } from '@/components/action/goes-with-it';
import { hostName } from '@/lib/domain/host';
import { deletedWith } from '@/lib/domain/network/interface-rules';
import { InterfaceSheet } from './interface-sheet';
import type { OwnProps } from './own-props';

export function DeleteInterfaceSheet({ facts, own, onClose }: OwnProps) {
  const effects = deletedWith(own, facts);
  return (
    <InterfaceSheet
      title={`Delete ${own.name}`}
      sentence={`On ${hostName(facts.host)}. It cannot be brought back: it would have to be made again.`}
      button={`Delete ${own.name}`}
      danger
      done={`${own.name} was deleted`}
      facts={facts}
      calls={[{ do: 'interface.delete', name: own.name }]}
      gap={null}
      onClose={onClose}
    >
      <GoesWithIt
        effects={effects.map(({ title, detail }) => ({
          title,
          detail: <span className="mono">{detail}</span>,
        }))}
      />
    </InterfaceSheet>
  );
}
