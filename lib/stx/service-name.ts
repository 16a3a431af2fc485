import 'server-only';

/** The platform's services by their usual names; the catalogue knows them by type (catalogue.ts). */
export type ServiceName = 'keystone' | 'sysinv' | 'fm' | 'vim' | 'usm' | 'dcmanager' | 'smapi';

/** Sources beside the platform: addresses of the configuration, never of the catalogue, and never with its token. */
export type BesideName = 'ptp-notification' | 'prometheus';

/** Whatever this console may call. */
export type CallName = ServiceName | BesideName;
