'use client';
/** The sheets of the steps of Kubernetes, fetched when the first of them is opened. */
import { type ActionSheets, lazySheet } from '@/components/action/action-runner';

export const kubeSheets: Pick<ActionSheets, 'kubernetes'> = {
  kubernetes: lazySheet(async () => (await import('./kube-job-sheet')).KubeJobSheet),
};
