/** Readings that a change to a chart makes outdated. */
export const CHART_READINGS = [
  'applicationCharts',
  'chartValues',
  'applicationsPending',
  'applicationHistory',
] as const;
