export type ToastStage = 'requested' | 'accepted' | 'happening' | 'done' | 'failed';

export interface Toast {
  id: string;
  stage: ToastStage;
  /** "Locking worker-1", then "worker-1 is locked". */
  title: string;
  /** "Accepted 14:32:11. Disabling Services". */
  detail: string | null;
  /** A link to where it can be followed. */
  action: { label: string; href: string } | null;
  /** When it last changed, milliseconds since the epoch. */
  at: number;
  /** Stays until somebody has dismissed it, whoever was away meanwhile. */
  stays: boolean;
}

type ToastWords = { title: string; detail?: string | null; action?: Toast['action'] };

export interface ToastStore {
  subscribe: (listener: () => void) => () => void;
  read: () => readonly Toast[];
  /** A started action, as `requested`. With an id that is already shown, it starts that one anew. */
  start: (words: ToastWords & { id?: string; stays?: boolean }) => string;
  /** Moves it on. Going back is refused (a late answer must not turn "done" into "accepted"), an unknown id too. */
  update: (id: string, change: Partial<ToastWords> & { stage?: ToastStage }) => boolean;
  dismiss: (id: string) => void;
}

const ORDER: Record<ToastStage, number> = { requested: 0, accepted: 1, happening: 2, done: 3, failed: 3 };
/** How long something finished stays. What goes on stays until it ends. */
const LINGER_MS = 8_000;
const MOST = 5;

/**
 * What has been started and is not over. A toast never carries the only word of an error: the view that asked shows
 * the refusal, the toast only says that it ended.
 */
export function createToastStore(now: () => number = Date.now): ToastStore {
  const listeners = new Set<() => void>();
  let toasts: readonly Toast[] = [];
  let count = 0;

  const set = (next: readonly Toast[]) => {
    toasts = next;
    for (const listener of listeners) listener();
  };
  const dismiss = (id: string) => {
    if (toasts.some((toast) => toast.id === id)) set(toasts.filter((toast) => toast.id !== id));
  };
  /** Leaves by itself later, unless it has changed since. */
  const linger = (ended: Toast) => {
    if (ended.stays) return;
    setTimeout(() => {
      if (toasts.includes(ended)) dismiss(ended.id);
    }, LINGER_MS);
  };
  /** The oldest finished ones make room; what is under way is never pushed out. */
  const makeRoom = (list: readonly Toast[]) => {
    const surplus = list.length - MOST;
    if (surplus <= 0) return list;
    const over = new Set(list.filter((toast) => ORDER[toast.stage] === 3).slice(0, surplus));
    return list.filter((toast) => !over.has(toast));
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => toasts,
    start({ id = `toast-${++count}`, title, detail = null, action = null, stays = false }) {
      const toast: Toast = { id, stage: 'requested', title, detail, action, at: now(), stays };
      set(makeRoom([...toasts.filter((each) => each.id !== id), toast]));
      return id;
    },
    update(id, change) {
      const before = toasts.find((toast) => toast.id === id);
      if (!before) return false;
      const stage = change.stage ?? before.stage;
      if (ORDER[stage] < ORDER[before.stage] || (ORDER[before.stage] === 3 && stage !== before.stage))
        return false;
      const after: Toast = {
        ...before,
        stage,
        title: change.title ?? before.title,
        detail: change.detail === undefined ? before.detail : change.detail,
        action: change.action === undefined ? before.action : change.action,
        at: now(),
      };
      set(toasts.map((toast) => (toast.id === id ? after : toast)));
      if (ORDER[stage] === 3) linger(after);
      return true;
    },
    dismiss,
  };
}

/** The console's one store. Only the browser writes to it. */
export const toasts = createToastStore();
