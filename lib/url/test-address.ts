/** For tests: a browser that stands at an address. */
import type { DetachedWindowAPI } from 'happy-dom';

declare global {
  interface Window {
    happyDOM?: DetachedWindowAPI;
  }
}

/** Goes there as the back button does: what was set before belongs to another entry. */
export function standAt(address: string): void {
  window.happyDOM?.setURL(new URL(address, 'http://roost.test').href);
  window.dispatchEvent(new PopStateEvent('popstate'));
}
