/** Changes to the labels of a host from the browser: sent once, each step shown as it comes. */
import { changeLabels } from '@/lib/actions/host-labels';
import type { LabelCall } from '@/lib/domain/label/label-calls';
import { hostSender } from './step-run';

export const sendLabelCalls = hostSender<LabelCall>(changeLabels, 'labels');
