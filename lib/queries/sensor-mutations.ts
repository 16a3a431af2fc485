/** Changes to the sensors of a host from the browser: sent once, each step shown as it comes. */
import { changeSensors } from '@/lib/actions/sensors';
import type { SensorCall } from '@/lib/domain/sensor/sensor-calls';
import { serverNow } from './clock';
import { hostSender, type SendToHost } from './step-run';
import { createStore } from './store';

/** When this tab asked for sensors to be learnt anew, by uuid of the host: the platform does not tell that it learns. */
export const relearnStore = createStore<Readonly<Record<string, number>>>({});

const send = hostSender<SensorCall>(changeSensors, 'sensors');

export const sendSensorCalls: SendToHost<SensorCall> = async (host, calls, show) => {
  const answer = await send(host, calls, show);
  if (answer.ok && calls.some((call) => call.do === 'relearn') && answer.data[0]?.state === 'done')
    relearnStore.set({ ...relearnStore.get(), [host.id]: serverNow() });
  return answer;
};
