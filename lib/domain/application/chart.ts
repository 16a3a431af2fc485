/** Helm charts of an application, and the values they are applied with (sysinv `/v1/helm_charts`). */
import type { Unknown, UnreadableRow } from '../host';

export type Chart = {
  name: string;
  namespace: string;
  /** Is it applied with the application? */
  enabled: Unknown<boolean>;
};

export type ApplicationCharts = { charts: readonly Chart[]; unreadable: readonly UnreadableRow[] };

/** YAML as the platform wrote it; null: it has none. */
export type ChartValues = {
  attributes: Unknown<string>;
  /** What the platform itself sets. */
  system: Unknown<string>;
  /** What people set; it wins. */
  user: Unknown<string>;
  combined: Unknown<string>;
};

/** With a word that changes with the user overrides: a write names the version that it was made for. */
export type ChartReading = ChartValues & { version: string };
