/** What a person may open to change the network of a host: one sheet each. Interfaces by name. */
export type InterfaceJob =
  | { job: 'create' }
  | { job: 'edit' | 'delete' | 'add-address' | 'add-route'; name: string }
  | { job: 'delete-address'; name: string; address: string; prefix: number }
  | { job: 'delete-route'; name: string; network: string; prefix: number; gateway: string; metric: number };
