/**
 * Parameters that several worlds' clocks have. Names are linuxptp's (ptp4l.8, ts2phc.8, phc2sys.8) and StarlingX's
 * (sysinv common/constants.py, puppet/networking.py); values those of a site that follows ITU-T G.8275.1.
 */

/** G.8275.1: full timing support, multicast on Ethernet, domain 24. */
const G8275_1 = ['domainNumber=24', 'network_transport=L2', 'dataset_comparison=G.8275.x'];

/** The thresholds of the platform's own monitoring, as it has them unless it is told otherwise. */
const MONITORING = ['offset_threshold_minor_nsec=1000', 'offset_threshold_major_nsec=1000000'];

export const GRANDMASTER = {
  global: [
    ...G8275_1,
    'G.8275.defaultDS.localPriority=128',
    'gmCapable=1',
    'clockClass=6',
    'clockAccuracy=0x21',
    'timeSource=0x20',
    'boundary_clock_jbod=1',
    'tx_timestamp_timeout=20',
  ],
  monitoring: [...MONITORING],
};

export const BOUNDARY = {
  global: [
    ...G8275_1,
    'G.8275.defaultDS.localPriority=128',
    'gmCapable=0',
    'boundary_clock_jbod=1',
    'tx_timestamp_timeout=20',
    'clock_servo=linreg',
  ],
  monitoring: ['holdover_seconds=14400', ...MONITORING, 'locked_to_holdover_threshold_seconds=300'],
};

export const TIME_SLAVE = {
  global: [
    ...G8275_1,
    'G.8275.defaultDS.localPriority=128',
    'clientOnly=1',
    'gmCapable=0',
    'tx_timestamp_timeout=20',
  ],
  monitoring: [...MONITORING],
};

/** phc2sys that follows whichever port a ptp4l instance is synchronised by. */
export const following = (instance: string) => ({
  global: [`uds_address=/var/run/ptp4l-${instance}`, 'domainNumber=24', 'cmdline_opts=-a -r -R 2 -u 600'],
});

/** A satellite receiver's pulse into a card. */
export const GNSS_TO_PHC = {
  global: [
    'ts2phc.nmea_serialport=/dev/gnss0',
    'ts2phc.pulsewidth=100000000',
    'leapfile=/usr/share/zoneinfo/leap-seconds.list',
  ],
};

/** The receiver is watched, with the platform's least counts of satellites and of signal. */
export const GNSS_WATCH = { global: ['satellite_count=5', 'signal_quality_db=30', 'devices=/dev/gnss0'] };
