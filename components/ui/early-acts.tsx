'use client';

import { useEffect } from 'react';
import type { Early, EarlyField } from './early-keeper';
import { isLive } from './live-part';

const AGAIN_MS = 50;
/** A part of the page that is not there by then is not coming, and who pressed has seen so. */
const LONGEST_MS = 30_000;

/**
 * Does what a person did in a part of the page before its code was there. Drawn once, in the outermost layout: its effect
 * runs when the frame of the page has been taken over; the page in it may be later (live-part.ts).
 */
export function EarlyActs() {
  useEffect(() => {
    const early: Early | undefined = Reflect.get(window, 'roostEarly');
    if (!early) return;
    early.isLive = isLive;
    const until = performance.now() + LONGEST_MS;
    // After the effects of all that is around this, the router's own among them: it writes the address once more.
    let timer = setTimeout(function look() {
      catchUp(early);
      if (performance.now() < until) timer = setTimeout(look, AGAIN_MS);
    });
    return () => clearTimeout(timer);
  }, []);
  return null;
}

function catchUp(early: Early): void {
  for (const [field, text] of early.typed) {
    if (!isLive(field)) continue;
    early.typed.delete(field);
    if (field.isConnected) typeAgain(field, text);
  }
  for (const [box, on] of early.ticked) {
    if (!isLive(box)) continue;
    early.ticked.delete(box);
    if (box.isConnected) tickAgain(box, on);
  }
  const { act } = early;
  if (!act || !isLive(act.on)) return;
  delete early.act;
  if (!act.on.isConnected) return;
  if (act.kind === 'submit') act.on.requestSubmit();
  else act.on.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: act.detail }));
}

/** A press on a box that shows the contrary: one that shows this already would be turned back by it. */
function tickAgain(box: HTMLInputElement, on: boolean): void {
  box.checked = !on;
  box.click();
}

/** React takes what stands in a field when it takes the page over for what it wrote itself, and hears no change in it. */
function typeAgain(field: EarlyField, text: string): void {
  // React listens to the field's own setter, not to that of its kind.
  field.value = '';
  Reflect.set(Object.getPrototypeOf(field), 'value', text, field);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
