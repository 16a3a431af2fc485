import type { ComponentType, ReactNode } from 'react';
import type { Sort } from '@/lib/url/table-state';
import type { Column } from './column';
import type { RowKey } from './keys';
import type { GroupOrder, UnreadableRow } from './lines';
import type { ViewLinksProps } from './view-tab';

/** A built-in saved view. The first one is where the list starts; its `match` is usually left out. */
export type TableView<T> = { id: string; label: string; match?(row: T): boolean };

export type Grouping<T> = {
  id: string;
  /** "host": the button says "Group: host". */
  label: string;
  of(row: T): string;
  /** What the head says of the rows under it, beside name and count: their worst. */
  summary?(rows: readonly T[]): ReactNode;
};

export type DataTableProps<T extends object> = {
  /** Names the CSV file and the saved views of this browser: `hosts`. */
  id: string;
  /** "14 hosts", "No host matches". */
  noun: { one: string; many: string };
  /** Stable (module level or memoised): rows are drawn again when it changes. */
  columns: readonly Column<T>[];
  /** undefined while the first answer is on its way. Rows that did not change should be the same objects. */
  rows: readonly T[] | undefined;
  rowKey(row: T): string;
  /** What a person calls the row: "Select worker-1". */
  rowLabel(row: T): string;
  unreadable?: readonly UnreadableRow[];
  /** Heads with counts, while the order is the default one; any other order runs through all rows. */
  groups?: { of(row: T): string; order: GroupOrder };
  /** Ways to group that a person may choose, kept in the URL as `group`. Groups stand where their first row stands. */
  groupings?: readonly Grouping<T>[];
  /** A section under the list with a head of its own: filtered like the list, never counted, selected or saved. */
  trailing?: { label: string; rows: readonly T[] };
  views?: readonly TableView<T>[];
  defaultSort?: Sort;

  /** Page title, with the CSV button and `actions` beside it. Without one they stand in the toolbar. */
  heading?: ReactNode;
  /** Beside the heading: "13 active, 3 new", "Polling every 5 s, 3 tasks run". */
  lead?: ReactNode;
  /** Links to the neighbours of this list, in the row of saved views and before them. */
  places?: ReactNode;
  /** Where `places` take that row: what shows the views beside the filters instead. */
  viewLinks?: ComponentType<ViewLinksProps>;
  actions?: ReactNode;
  /** "Name, address, MAC"; null for a table without search. */
  searchPlaceholder?: string | null;
  /** At the start of the toolbar, for a list that is narrowed by its source and not by the table. */
  tools?: ReactNode;
  /** false: no CSV of the rows on hand, where they are only a part of the list. */
  csv?: false;
  /** More in the foot, for instance "Read older events". */
  foot?: ReactNode;

  /** Where Enter, and a tap on a card, lead. Real links; `onOpen` takes plain clicks when it is given too. */
  href?(row: T): string;
  onOpen?(row: T): void;
  /** Rows open beside the list: the `open` parameter of the URL holds the key, `j` and `k` walk with it open. */
  detail?: boolean;
  /** The drawer of the open row, given while one is open: beside the list where there is room, over it elsewhere. */
  aside?: ReactNode;
  rowKeys?: readonly RowKey<T>[];
  /** The items of the row's menu (components/ui/menu). Asked only for the row whose menu is open. */
  rowMenu?(row: T): ReactNode;
  /** The buttons of the bulk bar. Rows can be selected only when this is given. */
  bulk?(rows: readonly T[], clear: () => void): ReactNode;

  /** Under 720 px: what a card says, three facts at most, nothing in it that can be pressed. */
  card?(row: T): ReactNode;
  /** Higher is worse; cards are sorted by it. */
  urgency?(row: T): number;

  /** First use: nothing is there yet. */
  empty?: ReactNode;
  /** Instead of rows, when the first reading failed. */
  failed?: ReactNode;
  /** Data older than two polls: colour is withdrawn. */
  stale?: boolean;

  /** A row that a link leads to: brought into view when it first appears, and marked. */
  mark?: string | null;
  /** Told as the rows scroll: is the first one in sight, is the end near? */
  onScroll?(at: { top: boolean; end: boolean }): void;
  /** Told when somebody begins or ends to be at work in the rows, with pointer or keyboard. */
  onHeld?(held: boolean): void;

  /** Keeps the parameters of two tables on a page apart. */
  urlPrefix?: string;
  /** Where letters act: anywhere on the page (one table per page), only with focus in this table, or nowhere. */
  keys?: 'page' | 'focus' | 'off';
};
