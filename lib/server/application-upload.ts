/** A tarball of an application from a browser, handed on to sysinv while it comes. */
import 'server-only';
import { z } from 'zod';
import { APPLICATION_DEED, APPLICATION_RIGHT } from '@/lib/domain/application/application-rights';
import { nameVerdict } from '@/lib/domain/application/tarfile';
import type { Result } from '@/lib/domain/result';
import { uploadTarball } from '@/lib/stx/sysinv/applications/applications';
import { tarfileDetails } from './application-audit';
import { auditedWrite } from './audit';
import { guard, guardRight } from './guard';
import { invalidateApplications } from './outdated';
import { type Incoming, passOn } from './passing-on';

const given = z
  .string()
  .regex(/^[\w.+~:-]{1,255}$/)
  .nullable();
/** What the address says of the file in the body. */
export const tarballParams = z.strictObject({
  file: z
    .string()
    .max(255)
    .refine((name) => !/[/\\\p{Cc}]/u.test(name) && nameVerdict(name).ok),
  name: given,
  version: given,
  images: z.boolean(),
});
export type TarballParams = z.infer<typeof tarballParams>;

/** @returns the name of the application; the platform works on, `applications` tells how far it is */
export async function takeTarball(params: TarballParams, incoming: Incoming): Promise<Result<string>> {
  const session = await guard();
  if (!session.ok) return session;
  const { file, ...rest } = params;
  const { bytes } = incoming;
  const details = tarfileDetails({ tarfile: file, ...rest, ...(bytes === null ? {} : { bytes }) });
  return auditedWrite(session.data, { action: 'application.upload', target: file, details }, async () => {
    const may = await guardRight(APPLICATION_RIGHT, APPLICATION_DEED);
    if (!may.ok) return may;
    return passOn(session.data, incoming, {
      what: 'tarball',
      send: (connection, outgoing) => uploadTarball(connection, { ...rest, ...outgoing, fileName: file }),
      invalidate: invalidateApplications,
    });
  });
}
