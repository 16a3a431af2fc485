'use client';

import { Group } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuRadioGroup } from '@/components/ui/menu';

const NONE = 'none';

/** How the rows are gathered: "Group: none". */
export function GroupMenu(props: {
  groupings: readonly { id: string; label: string }[];
  group: string | null;
  choose: (group: string | null) => void;
}) {
  const now = props.groupings.find(({ id }) => id === props.group);
  return (
    <Menu
      label="Group by"
      align="end"
      trigger={
        <Button
          variant="ghost"
          className="max-md:hidden"
          icon={<Group size={14} strokeWidth={1.75} aria-hidden />}
        >
          Group: {now?.label ?? NONE}
        </Button>
      }
    >
      <MenuRadioGroup
        label="Group by"
        value={now?.id ?? NONE}
        onValueChange={(id) => props.choose(id === NONE ? null : id)}
        options={[
          { value: NONE, label: 'None' },
          ...props.groupings.map(({ id, label }) => ({
            value: id,
            label: label.charAt(0).toUpperCase() + label.slice(1),
          })),
        ]}
      />
    </Menu>
  );
}
