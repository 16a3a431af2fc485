/** "n" asks for the field of a note: the drawer that holds it may still have to come. */
import { createStore } from '@/lib/queries/store';

/** Counts the times it was asked for. */
export const noteWish = createStore(0);
export const openNoteField = (): void => noteWish.set(noteWish.get() + 1);
