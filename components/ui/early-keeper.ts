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
  isLive: (element: Element) => boolean;
};

/**
 * Keeps the last button pressed, the last form sent and what was typed in a part of the page until that part has its code.
 * It is written into the HTML as text, before anything that can be pressed: nothing outside of it may be named here.
 */
function keepEarlyActs(): void {
  const early: Early = { typed: new Map(), act: undefined, isLive: () => false };
  Reflect.set(window, 'roostEarly', early);
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const on = (kind: string, keep: (event: Event, target: Element) => void) =>
    addEventListener(
      kind,
      (event) => {
        if (event.target instanceof Element && !early.isLive(event.target)) keep(event, event.target);
      },
      true,
    );
  on('click', (event, target) => {
    const button = target.closest<HTMLButtonElement | HTMLInputElement>(
      'button, [type=checkbox], [type=radio]',
    );
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
