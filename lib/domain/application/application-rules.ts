/** What may be asked of an application in which status. Source: sysinv api/controllers/v1/kube_app.py patch, update, delete. */
import { allowed, denied, type Verdict } from '../result';
import { type Application, statusWords } from './application';
import type { ApplicationDeed } from './application-calls';

const ALLOWED: Record<ApplicationDeed, readonly string[]> = {
  apply: ['uploaded', 'applied', 'apply-failed'],
  update: ['applied'],
  abort: ['applying', 'updating', 'removing'],
  remove: ['applied', 'apply-failed', 'remove-failed'],
  delete: ['uploaded', 'upload-failed'],
};

const SOURCE: Record<ApplicationDeed, string> = {
  apply: 'sysinv kube_app.py patch (apply)',
  update: 'sysinv kube_app.py update',
  abort: 'sysinv kube_app.py patch (abort)',
  remove: 'sysinv kube_app.py patch (remove)',
  delete: 'sysinv kube_app.py delete',
};

const PASSIVE: Record<ApplicationDeed, string> = {
  apply: 'Only what is uploaded, applied, or failed to apply can be applied',
  update: 'Only what is applied can be updated',
  abort: 'Only an apply, an update or a removal under way can be aborted',
  remove: 'Only what is applied, or failed to apply or to be removed, can be removed',
  delete: 'Only what is uploaded, or failed to upload, can be deleted',
};

/** A status that nobody knows blocks nothing: the platform answers for itself. */
export function deedVerdict(deed: ApplicationDeed, { status }: Pick<Application, 'status'>): Verdict {
  if (status === null || ALLOWED[deed].includes(status)) return allowed;
  return denied(`${PASSIVE[deed]}. It is: ${statusWords(status).toLowerCase()}.`, SOURCE[deed]);
}

/** The deed that a row offers by itself: what somebody most likely came for. null: none. */
export function nextDeed({ status }: Pick<Application, 'status'>): ApplicationDeed | null {
  switch (status) {
    case 'uploaded':
    case 'apply-failed':
      return 'apply';
    case 'applying':
    case 'updating':
    case 'removing':
      return 'abort';
    case 'upload-failed':
      return 'delete';
    case 'remove-failed':
      return 'remove';
    default:
      return null;
  }
}
