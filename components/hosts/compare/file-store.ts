/** The file that a host is compared with: of this tab alone, and kept while somebody looks elsewhere in it. */
import { createStore } from '@/lib/queries/store';

export type ComparedFile = {
  /** null: typed or pasted. */
  name: string | null;
  text: string;
  /** Name of the host or profile of it that is compared; null: not chosen. */
  subject: string | null;
};

export const comparedFile = createStore<ComparedFile>({ name: null, text: '', subject: null });

export const changeFile = (change: Partial<ComparedFile>): void =>
  comparedFile.set({ ...comparedFile.get(), ...change });
