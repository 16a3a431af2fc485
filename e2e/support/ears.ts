/** Ears for a test: what a page plays and what it tells the desktop, recorded instead of made. */
import type { BrowserContext, Page } from '@playwright/test';

declare global {
  interface Window {
    earTones?: { hz: number; at: number }[];
    earNotices?: { title: string; body: string; tag: string; click: () => void }[];
  }
}

/**
 * Puts recorders in the place of AudioContext and Notification, in every page of the browser opened from now on.
 * @param how `afterTouch`: no sound before somebody touches the page, as browsers have it
 */
export async function listen(
  context: BrowserContext,
  how: { sound?: 'free' | 'afterTouch'; notices?: NotificationPermission } = {},
): Promise<void> {
  await context.addInitScript(
    ({ sound, notices }) => {
      const tones: { hz: number; at: number }[] = [];
      window.earTones = tones;
      let touched = sound === 'free';
      const touch = () => {
        touched = true;
      };
      for (const kind of ['pointerdown', 'keydown']) window.addEventListener(kind, touch, true);
      class Context {
        currentTime = 0;
        destination = {};
        get state() {
          return touched ? 'running' : 'suspended';
        }
        resume() {
          return touched ? Promise.resolve() : new Promise<void>(() => undefined);
        }
        createOscillator() {
          const tone = {
            type: '',
            frequency: { value: 0 },
            connect: () => undefined,
            start: () => tones.push({ hz: tone.frequency.value, at: performance.now() }),
            stop: () => undefined,
          };
          return tone;
        }
        createGain() {
          const set = () => undefined;
          return { gain: { setValueAtTime: set, linearRampToValueAtTime: set }, connect: set };
        }
      }
      Reflect.set(window, 'AudioContext', Context);

      const shown: NonNullable<Window['earNotices']> = [];
      window.earNotices = shown;
      let permission = notices;
      class Notice {
        static get permission() {
          return permission;
        }
        static async requestPermission() {
          if (permission === 'default') permission = 'granted';
          return permission;
        }
        onclick: (() => void) | null = null;
        constructor(title: string, options: { body?: string; tag?: string } = {}) {
          const { body = '', tag = '' } = options;
          shown.push({ title, body, tag, click: () => this.onclick?.() });
        }
        close() {}
      }
      Reflect.set(window, 'Notification', Notice);
    },
    { sound: how.sound ?? 'free', notices: how.notices ?? 'default' },
  );
}

/** How many notes each sound had, oldest first: four for critical, three for major, two for minor, one for warning. */
export const sounds = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const groups: { at: number; notes: number }[] = [];
    for (const { at } of window.earTones ?? []) {
      const last = groups.at(-1);
      if (last && at - last.at < 100) last.notes += 1;
      else groups.push({ at, notes: 1 });
    }
    return groups.map(({ notes }) => notes);
  });

/** What the desktop was told, oldest first. */
export const told = (page: Page): Promise<{ title: string; body: string }[]> =>
  page.evaluate(() => (window.earNotices ?? []).map(({ title, body }) => ({ title, body })));
