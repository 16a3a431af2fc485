/**
 * What can be asked of a chart of an application, each one request to sysinv (api/controllers/v1/helm_charts.py patch, delete):
 * its user overrides changed or taken away, and whether it is applied at all.
 */
import { shellQuote } from '../../host-action-cli';

export type ChartRef = { application: string; chart: string; namespace: string };

/** `began`: version of the user overrides that the person saw (ChartReading.version); the write is for those and no others. */
export type OverrideCall = ChartRef &
  (
    | {
        do: 'save';
        /** YAML; '' for none. */
        yaml: string;
        /** `key=value` each, laid over the YAML. */
        sets: readonly string[];
        /** Laid over what is set already, instead of taking its place. */
        keep: boolean;
        began: string;
      }
    | { do: 'clear'; began: string }
    | { do: 'enable' | 'disable' }
  );
export type OverrideDeed = OverrideCall['do'];

/** What has a sheet of its own; saving stands beside what is typed. */
export type ChartJob = ChartRef & { do: 'clear' | 'enable' | 'disable' };

/** "cert-manager/cert-manager/cert-manager": in the audit trail, and to find it there. */
export const chartTarget = ({ application, chart, namespace }: ChartRef): string =>
  `${application}/${chart}/${namespace}`;

/** room.verb of the audit trail. */
export const OVERRIDE_ACTIONS: Record<OverrideDeed, string> = {
  save: 'application-override.save',
  clear: 'application-override.delete',
  enable: 'application-chart.enable',
  disable: 'application-chart.disable',
};

export function overrideTitle(call: OverrideCall): string {
  switch (call.do) {
    case 'save':
      return `Save the user overrides of ${call.chart}`;
    case 'clear':
      return `Delete the user overrides of ${call.chart}`;
    case 'enable':
      return `Enable ${call.chart}`;
    case 'disable':
      return `Disable ${call.chart}`;
  }
}

/** The same as a command (cgts-client v1/helm_shell.py). */
export function overrideCli(call: OverrideCall): string {
  const chart = `${call.application} ${call.chart} ${call.namespace}`;
  switch (call.do) {
    case 'save':
      return [
        `system helm-override-update ${chart}`,
        ...(call.keep ? ['--reuse-values'] : []),
        ...(call.yaml === '' ? [] : ['--values overrides.yaml']),
        ...call.sets.map((set) => `--set ${shellQuote(set)}`),
      ].join(' ');
    case 'clear':
      return `system helm-override-delete ${chart}`;
    case 'enable':
    case 'disable':
      return `system helm-chart-attribute-modify --enabled ${call.do === 'enable'} ${chart}`;
  }
}
