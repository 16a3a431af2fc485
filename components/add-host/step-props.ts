import type { AddHost } from './use-add-host';

export type StepProps = {
  add: AddHost;
  /** Somebody wanted to go on: what is wrong is said. */
  shown: boolean;
};
