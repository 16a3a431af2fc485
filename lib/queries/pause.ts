/** Whether this tab reads anew by itself. A person may hold the page still (WCAG 2.2.2); a reload ends it. */
import { createStore } from './store';

export const pausedStore = createStore(false);
