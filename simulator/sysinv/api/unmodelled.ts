/** Writes that the platform has and this simulator does not: refused in so many words, after roles were judged. */
import type { ServiceHandler } from '../../kernel/service';
import { CLOUD_KINDS } from '../cloud-kinds';
import { HOST_KINDS } from '../host-kinds';
import type { RouteOn } from './collections';

const answer: ServiceHandler = (call) => ({
  status: 501,
  body: `The simulator does not model ${call.method} ${call.path} yet.\n`,
});

const MORE = ['isystems', 'license'];

/** Reads that the platform has beside them, with the words for certificates and licences. */
const READS = [
  '/v1/license/get_license_file',
  '/v1/certificate/get_all_certs',
  '/v1/certificate/get_all_k8s_certs',
];

export function unmodelledReads(on: RouteOn): void {
  for (const path of READS) on('GET', path, answer);
}

export function unmodelledWrites(on: RouteOn): void {
  for (const segment of [...[...HOST_KINDS, ...CLOUD_KINDS].map((kind) => kind.segment), ...MORE]) {
    on('POST', `/v1/${segment}`, answer);
    on('POST', `/v1/${segment}/:id`, answer);
    on('PATCH', `/v1/${segment}/:id`, answer);
    on('DELETE', `/v1/${segment}/:id`, answer);
  }
}
