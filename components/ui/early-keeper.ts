/** What runs in the page before its own code: it keeps what a person does meanwhile (early-acts.tsx does it then). */

export type EarlyField = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
/** What was done before the code of its part of the page was there. */
export type Early = {
  /** The last press, unless something else was pressed after it. `detail` is 0 when it came from a key. */
  act?:
    | { on: HTMLElement; kind: 'click'; detail: number }
    | { on: HTMLFormElement; kind: 'submit' }
    | undefined;
  typed: Map<EarlyField, string>;
  /** Boxes and choices that show something else than the page was drawn with: what they show. */
  ticked: Map<HTMLInputElement, boolean>;
  isLive: (element: Element) => boolean;
};

/**
 * Keeps the last button pressed, the last form sent, and what was ticked and typed in a part of the page until that part has its code.
 * It is written into the HTML as text, before anything that can be pressed: nothing outside of it may be named here.
 */
function keepEarlyActs(): void {
  const early: Early = { typed: new Map(), ticked: new Map(), act: undefined, isLive: () => false };
  Reflect.set(window, 'roostEarly', early);
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const isBox = (target: Element): target is HTMLInputElement =>
    target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type);
  const on = (kind: string, keep: (event: Event, target: Element) => void) =>
    addEventListener(
      kind,
      (event) => {
        if (event.target instanceof Element && !early.isLive(event.target)) keep(event, event.target);
      },
      true,
    );
  on('click', (event, target) => {
    if (isBox(target)) {
      // It shows the tick at once, and nobody hears of it before the time.
      event.stopImmediatePropagation();
      // Ticked twice is not ticked.
      if (target.type === 'checkbox' && early.ticked.delete(target)) return;
      for (const other of early.ticked.keys())
        if (other.type === 'radio' && other.name === target.name) early.ticked.delete(other);
      early.ticked.set(target, target.checked);
      return;
    }
    const button = target.closest('button');
    early.act = undefined;
    // A link works by itself, and a form's button sends its form: that event comes next.
    if (!button || button.type === 'submit') return;
    stop(event);
    early.act = { on: button, kind: 'click', detail: event instanceof UIEvent ? event.detail : 0 };
  });
  on('submit', (event, form) => {
    if (!(form instanceof HTMLFormElement)) return;
    stop(event);
    early.act = { on: form, kind: 'submit' };
  });
  on('input', (_, field) => {
    if (isBox(field)) return;
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLSelectElement ||
      field instanceof HTMLTextAreaElement
    )
      early.typed.set(field, field.value);
  });
}

/** The text of a script for the HTML. */
export const EARLY_SCRIPT = `(${String(keepEarlyActs)})()`;
