/** What an application is here: its row as the API shows it, what its tarball says, and what people set on its charts. */
import type { Row } from '../rows';
import type { Values } from './yaml/values';

/** sysinv common/constants.py APP_STATUS_LIST. */
export const STATUSES = [
  'missing',
  'uploading',
  'uploaded',
  'upload-failed',
  'applying',
  'applied',
  'apply-failed',
  'removing',
  'remove-failed',
  'inactive',
  'updating',
  'recovering',
  'restore-requested',
  'update-starting',
] as const;
export type AppStatus = (typeof STATUSES)[number];

/** The row of /v1/apps. `progress` is free text; `active` says that its releases run. */
export type AppRow = Row & {
  /** Never on the wire, only in `kube_app_get_by_id`. */
  id: number;
  name: string;
  app_version: string;
  manifest_name: string;
  manifest_file: string;
  status: AppStatus;
  progress: string | null;
  active: boolean;
  created_at: string;
  updated_at: string | null;
};

/** One Helm release of an application, as its FluxCD manifest has it. */
export type Chart = {
  /** The chart's name, which overrides go by. */
  name: string;
  /** The name of the HelmRelease, which failures name. */
  release: string;
  namespace: string;
  version: string;
  /** What the platform itself sets; null for an application without a plug-in. */
  system: Values | null;
  /** Not applied unless somebody enables it. */
  disabled?: boolean;
};

/** What to do when an application that this one needs is not applied (metadata.yaml, `dependent_apps`). */
export const DEPENDENCY_ACTIONS = ['error', 'warn', 'ignore', 'apply'] as const;
export type DependencyAction = (typeof DEPENDENCY_ACTIONS)[number];
export type Dependency = { name: string; version: string; action: DependencyAction };

/** Whether a version is to be there before Kubernetes is upgraded, or comes after it (metadata.yaml, `k8s_upgrades`). */
export type UpdateTiming = 'pre' | 'post';

/** What a tarball says of itself. */
export type Package = {
  name: string;
  version: string;
  charts: Chart[];
  /** Groups: one of each must be applied. */
  dependencies: Dependency[][];
  /** Unpacked size in bytes; a large one takes longer. */
  sizeBytes: number;
  /** Updates keep what people set on charts, unless the update says otherwise. */
  keepsOverrides: boolean;
  keepsAttributes: boolean;
  /** A failed update is left as it is instead of going back. */
  noRollback: boolean;
  /** Applied by the platform itself, in the order of dependencies. */
  managed: boolean;
  /** What makes the platform consider applying it again. */
  triggers: string[];
  kubernetes: { minimum?: string; maximum?: string };
  timing: UpdateTiming;
};

/** What is set on one chart: its user overrides as YAML text, whether it is enabled where anybody said so. */
export type ChartSettings = { user: string | null; enabled?: boolean };

export type App = {
  row: AppRow;
  package: Package;
  /** By `chart/namespace`. */
  settings: Map<string, ChartSettings>;
  /** What is scheduled for it; an abort cancels it. */
  cancel: (() => void)[];
};

export function settingsKey(chart: string, namespace: string): string {
  return `${chart}/${namespace}`;
}
