/** A sentence of the platform, and the check that says it. */
import type { WayOut } from '../check';

export type RefusalRow = {
  /** Id of the check without its action. */
  id: string;
  /** What is the matter, where no rule of this console says it better. */
  title: string;
  says: RegExp;
  wayOut?: WayOut;
};

type PageName = Extract<WayOut, { kind: 'page' }>['page'];
export const page = (name: PageName, label: string): WayOut => ({ kind: 'page', page: name, label });
export const wait = (label: string): WayOut => ({ kind: 'wait', label });
export const NETWORK = page('network', 'Open network');
export const STORAGE = page('storage', 'Open storage');
export const MEMORY = page('memory', 'Open memory');
