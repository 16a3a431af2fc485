/** What a collection is: the irregularities that one may have. Which there are: host-kinds.ts, cloud-kinds.ts. */
import type { Seeder } from './seed/context';

/** How the listing over all hosts (or `/detail`) answers where it does not answer rows. */
export type Broken = { status: number; faultstring: string };

export type Kind = {
  /** The name in the URL. */
  segment: string;
  /** The key of the list; the name in the URL unless it differs. */
  key?: string;
  /** The name in the rows' links; no links at all when null. */
  links?: string | null;
  /** Columns that only an item (and a /detail row) has. */
  itemOnly?: readonly string[];
  /** Columns that the wire never shows; they say whose row it is. */
  hidden?: readonly string[];
  /** The column that a list is sorted by unless it is told otherwise; the id without it. */
  sortKey?: string;
  /** Collections below a row that every row links to. */
  below?: readonly string[];
  /** The same, for items only. */
  itemBelow?: readonly string[];
  /** `/detail` answers items, or this. Without it the word is taken for an id. */
  detail?: 'items' | Broken;
  /** How the listing over all hosts fails. */
  everywhere?: Broken | 'empty';
  /** What an unknown id gets; `{id}` stands for it. Default: 404 "Server {id} could not be found." */
  missing?: Broken;
  /** A first argument of the wrong form is refused with this name of it; see err-095. */
  uuidName?: string;
};

export type HostKind = Kind & { seed: Seeder };

/** Columns of the database that many a list leaves out. */
export const TIMES = ['created_at', 'updated_at'];

/** A refusal, 404 unless it is told otherwise. */
export const no = (faultstring: string, status = 404): Broken => ({ status, faultstring });
