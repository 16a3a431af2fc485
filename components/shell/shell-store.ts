/** What of the shell is open. Anything may open it: a key, a button, the palette itself. */
import { createStore } from '@/lib/queries/store';

export type Overlay = 'palette' | 'keys' | 'more' | 'attention' | null;

export const overlayStore = createStore<Overlay>(null);
