'use client';
/** The columns of the list of images, and its card on a phone. Tags are read when an image is opened. */
import type { Column } from '@/components/table/column';
import type { RegistryImage } from '@/lib/domain/registry/image';

const NOT_SAID = 'Not said';

export const IMAGE_COLUMNS: readonly Column<RegistryImage>[] = [
  {
    id: 'name',
    label: 'Image',
    value: ({ name }) => name,
    render: ({ name }) => (
      <span className="mono truncate font-medium" title={name}>
        {name}
      </span>
    ),
    width: { min: 280, grow: true },
    canHide: false,
  },
  {
    id: 'from',
    label: 'Registry in its name',
    value: ({ from }) => from,
    render: ({ from }) =>
      from === null ? <span className="text-ink-3">{NOT_SAID}</span> : <span className="mono">{from}</span>,
    facet: { label: 'Registry', of: ({ from }) => [from ?? NOT_SAID] },
    hideBeside: true,
    width: { min: 220 },
  },
];

export const ImageCard = ({ image: { name } }: { image: RegistryImage }) => (
  <span className="mono min-w-0 font-medium text-title [overflow-wrap:anywhere]">{name}</span>
);
