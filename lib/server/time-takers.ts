/** Who takes the time from a host: of readings that the clocks of the console are made of too, so it costs few requests more. */
import 'server-only';
import { expandLinks, type LinksWire } from '@/lib/domain/clock/links-wire';
import type { PtpConfig } from '@/lib/domain/clock/ptp-config';
import { type TimeTakers, timeTakersOf } from '@/lib/domain/clock/time-takers';
import type { HostList } from '@/lib/domain/host';
import type { Reading } from '@/lib/domain/reading';
import { fail, ok, type Result } from '@/lib/domain/result';

/** Readings that everybody shares. */
export type TimeReadings = {
  hosts: () => Promise<Reading<HostList>>;
  config: () => Promise<Reading<PtpConfig>>;
  links: () => Promise<Reading<LinksWire>>;
};

/** @param id uuid of the host */
export async function loadTimeTakers(id: string, readings: TimeReadings): Promise<Result<TimeTakers>> {
  const [hosts, config, links] = await Promise.all([readings.hosts(), readings.config(), readings.links()]);
  const error = hosts.error ?? config.error ?? links.error;
  if (error) return fail(error);
  const all = hosts.value?.data.hosts;
  const name = all?.find((one) => one.id === id)?.hostname ?? null;
  if (!all || !config.value || !links.value || name === null) {
    return fail({ kind: 'unavailable', message: 'The clocks could not be read.' });
  }
  return ok(timeTakersOf(all, config.value.data, expandLinks(links.value.data), name));
}
