'use client';
/** Deleting an interface: what goes with it. */
import { SheetHeading } from '@/components/action/check-list';
import { SheetRow } from '@/components/action/sheet-row';
import { StateGlyph } from '@/components/ui/glyphs/state-glyph';
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
      {effects.length > 0 && (
        <div>
          <SheetHeading>What goes with it</SheetHeading>
          <ul>
            {effects.map(({ title, detail }) => (
              <SheetRow
                key={title}
                icon={<StateGlyph state="offline" size={16} />}
                title={title}
                detail={<span className="mono">{detail}</span>}
              />
            ))}
          </ul>
        </div>
      )}
    </InterfaceSheet>
  );
}
