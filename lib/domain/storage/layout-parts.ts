/** How the boxes and lines of the drawing of storage are gathered. */
import type { StorageBox, StorageKind, StorageLink } from './layout';

export type Drawn = {
  boxes: StorageBox[];
  links: StorageLink[];
  /** The box of a row, by the row's key. */
  boxOf: Map<string, string>;
};

type Needed = Pick<StorageBox, 'key' | 'column' | 'name'> & { kind: StorageKind };
type More = Partial<Omit<StorageBox, keyof Needed | 'find'>> & { find?: readonly (string | null)[] };

/** Adds a box once; a row that it is leads to it. */
export function addBox(drawn: Drawn, needed: Needed, { find = [], ...more }: More = {}): void {
  if (drawn.boxes.some(({ key }) => key === needed.key)) return;
  const box: StorageBox = {
    ...needed,
    ...{ id: null, about: more.id === undefined ? null : needed.key, tag: '', words: '' },
    ...{ sizeBytes: null, capacity: null, state: null, quiet: false },
    ...more,
    find: '',
  };
  box.find = [box.name, box.words, box.tag, box.state?.word ?? '', ...find]
    .filter((text) => text !== null && text !== '')
    .join('\n')
    .toLowerCase();
  drawn.boxes.push(box);
  if (box.id !== null) drawn.boxOf.set(box.key, box.key);
}

export function addLink(drawn: Drawn, from: string, to: string, more: Partial<StorageLink> = {}): void {
  if (from === to || drawn.links.some((link) => link.from === from && link.to === to)) return;
  drawn.links.push({ from, to, kind: 'on', quiet: false, ...more });
}

export const hasBox = (drawn: Drawn, key: string): boolean => drawn.boxes.some((box) => box.key === key);
