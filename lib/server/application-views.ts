/** Views of applications, their charts, and the values of a chart. */
import 'server-only';
import { z } from 'zod';
import { isWorking } from '@/lib/domain/application/application';
import { listApplications } from '@/lib/stx/sysinv/applications/applications';
import { getChartValues, listCharts } from '@/lib/stx/sysinv/applications/charts';
import { none, view } from './view';

/** Names as Kubernetes and the platform take them. */
const name = z.string().regex(/^[\w.-]{1,253}$/);

export const applicationViews = {
  /** Every application: one request, followed closely while the platform works on any of them. */
  applications: view({
    params: none,
    load: (connection) => listApplications(connection),
    pace: ({ applications }) => (applications.some(isWorking) ? 'fast' : 'slow'),
  }),
  /** Charts of one: a request, when somebody opens it. */
  applicationCharts: view({
    params: z.strictObject({ application: name }),
    load: (connection, { application }) => listCharts(connection, application),
    pace: () => 'minute',
  }),
  /** Values of one chart: likewise. */
  chartValues: view({
    params: z.strictObject({ application: name, chart: name, namespace: name }),
    load: (connection, params) => getChartValues(connection, params),
    pace: () => 'minute',
  }),
};
