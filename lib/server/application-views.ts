/** Views of applications, their charts, and the values of a chart. */
import 'server-only';
import { z } from 'zod';
import { isWorking } from '@/lib/domain/application/application';
import { keepLastWork, type WatchedApplications } from '@/lib/domain/application/last-work';
import { ok, type Result } from '@/lib/domain/result';
import { getApplication, listApplications } from '@/lib/stx/sysinv/applications/applications';
import { getChartValues, listCharts } from '@/lib/stx/sysinv/applications/charts';
import { listRunningKubernetes } from '@/lib/stx/sysinv/applications/kubernetes';
import { getOrder, listFits } from '@/lib/stx/sysinv/applications/order';
import { loadApplicationHistory, loadPendingApplies } from './application-changes';
import { withVersion } from './override-version';
import { none, view } from './view';

/** Names as Kubernetes and the platform take them. */
const name = z.string().regex(/^[\w.-]{1,253}$/);

export const applicationViews = {
  /** Every application: one request, followed closely while the platform works on any of them; and how far those were that failed. */
  applications: view({
    params: none,
    load: async (connection): Promise<Result<WatchedApplications>> => {
      const list = await listApplications(connection);
      return list.ok ? ok({ ...list.data, lastWork: {} }) : list;
    },
    keep: keepLastWork,
    pace: ({ applications }) => (applications.some(isWorking) ? 'fast' : 'slow'),
  }),
  /** Charts of one: a request, when somebody opens it. */
  applicationCharts: view({
    params: z.strictObject({ application: name }),
    load: (connection, { application }) => listCharts(connection, application),
    pace: () => 'rare',
  }),
  /** When it was uploaded, and since when it is in this state: the list of all has no dates. */
  applicationDates: view({
    params: z.strictObject({ application: name, status: z.string().regex(/^[a-z-]{0,40}$/) }),
    load: async (connection, { application }) => {
      const one = await getApplication(connection, application);
      return one.ok ? ok({ createdAt: one.data.createdAt, updatedAt: one.data.updatedAt }) : one;
    },
    pace: () => 'rare',
  }),
  /** Values of one chart: likewise. */
  chartValues: view({
    params: z.strictObject({ application: name, chart: name, namespace: name }),
    load: async (connection, params) => {
      const values = await getChartValues(connection, params);
      return values.ok ? ok(withVersion(values.data)) : values;
    },
    pace: () => 'minute',
  }),
  /** Versions of Kubernetes that run: what an application has to run on. */
  runningKubernetes: view({
    params: none,
    load: (connection) => listRunningKubernetes(connection),
    pace: () => 'rare',
  }),
  /** Those that run with other values than this console has set since: its own trail, and a request for each that may. */
  applicationsPending: view({
    params: none,
    load: (connection) => loadPendingApplies(connection),
    pace: ({ pending }) => (pending.length > 0 ? 'slow' : 'minute'),
  }),
  /** What this console changed of one: the store's audit trail. */
  applicationHistory: view({
    params: z.strictObject({ application: name }),
    right: { needs: 'audit.read', doing: 'Seeing what was done through this console' },
    load: (_, { application }) => loadApplicationHistory(application),
    pace: () => 'slow',
  }),
  /** In which order the platform applies them. */
  applicationOrder: view({
    params: none,
    load: async (connection) => {
      const order = await getOrder(connection);
      return order.ok ? ok({ order: order.data }) : order;
    },
    pace: () => 'rare',
  }),
  /** Which fit which version of Kubernetes: a request for each version. */
  applicationFits: view({
    params: none,
    load: async (connection) => {
      const fits = await listFits(connection);
      return fits.ok ? ok({ fits: fits.data }) : fits;
    },
    pace: () => 'rare',
  }),
};
