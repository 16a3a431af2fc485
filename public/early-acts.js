// Loaded before the page's own code: keeps the last button pressed, the last form sent and what was typed in a part of the page
// until that part has its code (components/ui/early-acts.tsx). On a poor link that takes seconds, and nothing must be lost.
(() => {
  // That code was quicker: there is nothing to keep.
  if (window.roostEarly) return;
  const early = (window.roostEarly = { typed: new Map(), act: undefined, isLive: () => false });
  const on = (kind, keep) =>
    addEventListener(
      kind,
      (event) => {
        if (event.target instanceof Element && !early.isLive(event.target)) keep(event, event.target);
      },
      true,
    );
  const stop = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  on('click', (event, target) => {
    const button = target.closest('button, [type=checkbox], [type=radio]');
    early.act = undefined;
    // A link works by itself, and a form's button sends its form: that event comes next.
    if (!button || button.type === 'submit') return;
    stop(event);
    early.act = { on: button, kind: 'click', detail: event.detail };
  });
  on('submit', (event, form) => {
    stop(event);
    early.act = { on: form, kind: 'submit' };
  });
  on('input', (_, field) => {
    if (typeof field.value === 'string') early.typed.set(field, field.value);
  });
})();
