import { describe, expect, it } from 'vitest';
import { readEnv } from './env';

const GOOD = { KEYSTONE_URL: 'https://10.10.10.2:5000/v3', ROOST_SECRET: 'x'.repeat(32) };

describe('configuration', () => {
  it('needs two variables and has a default for every other', () => {
    expect(readEnv(GOOD)).toMatchObject({
      ROOST_URL: 'http://127.0.0.1:3000',
      STX_INTERFACE: 'public',
      STX_ALLOWED_HOSTS: [],
      ROOST_IDLE_MINUTES: 50,
      ROOST_TOKEN_MARGIN_SECONDS: 60,
      ROOST_TRUSTED_PROXIES: 0,
      ROOST_LOG_LEVEL: 'info',
      ROOST_METRICS_TOKEN: '',
      ROOST_PTP_NOTIFICATION_URL: '',
      ROOST_PTP_NOTIFICATION_VERSION: 'v2',
      ROOST_PTP_CALLBACK_URL: '',
      ROOST_PROMETHEUS_URL: '',
    });
  });

  it.each([
    ['KEYSTONE_URL', 'http://[fd00::2]:5000/v3', 'http://[fd00::2]:5000/v3'],
    ['ROOST_URL', 'https://roost.example.com', 'https://roost.example.com'],
    ['ROOST_SECRET', 'y'.repeat(64), 'y'.repeat(64)],
    ['STX_INTERFACE', 'internal', 'internal'],
    ['STX_REGION', 'RegionOne', 'RegionOne'],
    ['STX_ALLOWED_HOSTS', ' 10.0.0.0/8, Controller.Local ,', ['10.0.0.0/8', 'controller.local']],
    ['STX_CA_FILE', '/etc/roost/ca.pem', '/etc/roost/ca.pem'],
    ['STX_READ_TIMEOUT_SECONDS', '45', 45],
    ['STX_WRITE_TIMEOUT_SECONDS', '300', 300],
    ['STX_MAX_ANSWER_MIB', '8', 8],
    ['ROOST_POLL_FAST_SECONDS', '0.5', 0.5],
    ['ROOST_POLL_SLOW_SECONDS', '60', 60],
    ['ROOST_IDLE_MINUTES', '480', 480],
    ['ROOST_TOKEN_MARGIN_SECONDS', '0', 0],
    ['ROOST_TRUSTED_PROXIES', '2', 2],
    ['ROOST_LOG_LEVEL', 'debug', 'debug'],
    ['ROOST_METRICS_TOKEN', 'prometheus', 'prometheus'],
    ['ROOST_PTP_NOTIFICATION_URL', 'http://ptp.{host}.example:8080', 'http://ptp.{host}.example:8080'],
    ['ROOST_PTP_NOTIFICATION_VERSION', 'v1', 'v1'],
    ['ROOST_PROMETHEUS_URL', 'https://metrics.example/prom', 'https://metrics.example/prom'],
    ['ROOST_PROMETHEUS_METRICS', 'offset=ptp_offset', 'offset=ptp_offset'],
    ['ROOST_PROMETHEUS_LABELS', 'host=instance', 'host=instance'],
    ['ROOST_PROMETHEUS_SELECTOR', 'cluster="site-7"', 'cluster="site-7"'],
    ['ROOST_PROMETHEUS_SCRAPE_SECONDS', '15', 15],
  ])('takes %s=%s', (name, text, value) => {
    expect(readEnv({ ...GOOD, [name]: text })).toHaveProperty(name, value);
  });

  it.each([
    ['KEYSTONE_URL', ''],
    ['KEYSTONE_URL', undefined],
    ['KEYSTONE_URL', '10.10.10.2:5000'],
    ['KEYSTONE_URL', 'ftp://10.10.10.2'],
    ['ROOST_URL', 'roost.example.com'],
    ['ROOST_URL', 'javascript:alert(1)'],
    ['ROOST_SECRET', undefined],
    ['ROOST_SECRET', 'x'.repeat(31)],
    ['STX_INTERFACE', 'private'],
    ['STX_READ_TIMEOUT_SECONDS', 'soon'],
    ['STX_READ_TIMEOUT_SECONDS', '0'],
    ['STX_WRITE_TIMEOUT_SECONDS', '601'],
    ['STX_MAX_ANSWER_MIB', '-1'],
    ['ROOST_POLL_FAST_SECONDS', '61'],
    ['ROOST_POLL_SLOW_SECONDS', '0'],
    ['ROOST_IDLE_MINUTES', '0'],
    ['ROOST_IDLE_MINUTES', '1441'],
    ['ROOST_TOKEN_MARGIN_SECONDS', '-1'],
    ['ROOST_TRUSTED_PROXIES', '1.5'],
    ['ROOST_TRUSTED_PROXIES', '9'],
    ['ROOST_LOG_LEVEL', 'loud'],
    ['ROOST_PTP_NOTIFICATION_URL', 'http://ptp.example:8080'],
    ['ROOST_PTP_NOTIFICATION_URL', 'ptp.{host}.example'],
    ['ROOST_PTP_NOTIFICATION_VERSION', 'v3'],
    ['ROOST_PTP_NOTIFICATION_CA_FILE', '/etc/roost/ca.pem'],
    ['ROOST_PTP_CALLBACK_URL', 'https://roost.example.com'],
    ['ROOST_PTP_CALLBACK_URL', 'roost.example.com'],
    ['ROOST_PROMETHEUS_URL', 'https://u:p@metrics.example'],
    ['ROOST_PROMETHEUS_TOKEN_FILE', '/etc/roost/token'],
    ['ROOST_PROMETHEUS_METRICS', 'offest=x'],
    ['ROOST_PROMETHEUS_LABELS', 'host=a-b'],
    ['ROOST_PROMETHEUS_SELECTOR', 'cluster=site-7'],
    ['ROOST_PROMETHEUS_SCRAPE_SECONDS', '0'],
  ])('refuses %s=%j by name', (name, text) => {
    expect(() => readEnv({ ...GOOD, [name]: text })).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
  });

  it('lists every problem at once, says how to mend it, and repeats no secret', () => {
    let message = '';
    try {
      readEnv({ ROOST_SECRET: 'short-secret', ROOST_IDLE_MINUTES: 'never' });
    } catch (cause) {
      message = cause instanceof Error ? cause.message : '';
    }
    expect(message).toContain('KEYSTONE_URL: is not set; set it to the Keystone v3 address');
    expect(message).toContain('openssl rand');
    expect(message).toContain('ROOST_IDLE_MINUTES');
    expect(message).not.toContain('short-secret');
  });
});
