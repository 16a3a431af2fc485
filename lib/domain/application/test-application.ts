/** An applied application for tests. */
import type { Application } from './application';

export const testApplication = (over: Partial<Application> = {}): Application => ({
  ...{ name: 'cert-manager', version: '26.09-3', manifest: 'cert-manager-manifest' },
  ...{ manifestFile: 'fluxcd-manifests', status: 'applied', progress: 'completed', active: true },
  ...{ createdAt: 1_795_356_290_000, updatedAt: 1_795_356_317_000 },
  ...over,
});
