/** PTP instances and interfaces that the Deployment Manager knows: it would not find what is not declared, and stop at whoever names it. */
import type { PtpInstance, PtpInterface } from '../clock/ptp-config';
import { PTP_SERVICES } from './schema-profile';
import { type HostContext, rowsOf } from './source';

export const isKnownService = ({ service }: Pick<PtpInstance, 'service'>): boolean =>
  service !== null && PTP_SERVICES.includes(service);

/** Those of a service that the definition has. */
export const knownInstances = ({ ptpInstances }: Pick<HostContext, 'ptpInstances'>): PtpInstance[] =>
  rowsOf(ptpInstances).filter(isKnownService);

/** Those of such an instance. Where instances could not be read, all. */
export function knownInterfaces(
  context: Pick<HostContext, 'ptpInstances' | 'ptpInterfaces'>,
): readonly PtpInterface[] {
  const all = rowsOf(context.ptpInterfaces);
  if ('unread' in context.ptpInstances) return all;
  const odd = new Set(
    context.ptpInstances.rows.filter((one) => !isKnownService(one)).map(({ name }) => name),
  );
  return all.filter(({ instanceName }) => instanceName === null || !odd.has(instanceName));
}
