import { describe, expect, it } from 'vitest';
import { readDescription, typeText } from './alarm-type';

const text = (raw: string) => typeText(readDescription(raw));

describe("the catalogue's description", () => {
  it.each([
    ['one line', 'System Backup in progress.', 'System Backup in progress.'],
    [
      'thresholds on lines of their own',
      'Platform CPU threshold exceeded; threshold x%, actual y% .\n     CRITICAL @ 95%\n     MAJOR    @ 90%',
      'Platform CPU threshold exceeded; threshold x%, actual y%, CRITICAL @ 95%, MAJOR @ 90%',
    ],
    [
      'alternatives',
      "'OAM' Interface degraded.\nOR\n'OAM' Interface failed.",
      "'OAM' Interface degraded. or 'OAM' Interface failed.",
    ],
    [
      'entities before their sentence, and an end that was cut off',
      'host=<hostname>.filesystem=<mount-dir>\n    File System threshold exceeded\nOR\nhost=<hostname>.volumegroup=<volumegroup-name>\n    Monitor and if condition persists, consider addin ...',
      'host=<hostname>.filesystem=<mount-dir>: File System threshold exceeded or host=<hostname>.volumegroup=<volumegroup-name>: Monitor and if condition persists, consider addin …',
    ],
    [
      'a dictionary by severity',
      "{'major': 'NTP configuration does not contain any valid or reachable NTP servers.', 'minor': 'NTP address <IP address>  is not a valid or a reachable NTP server.'}",
      'major: NTP configuration does not contain any valid or reachable NTP servers.; minor: NTP address <IP address> is not a valid or a reachable NTP server.',
    ],
    [
      'a dictionary whose end was cut off, with quotes in its values',
      `{'critical': "degraded due to a 'critical' reading from  the '<sensorname>' sensor", 'minor': "Host is reporting a 'minor' ...`,
      "critical: degraded due to a 'critical' reading from the '<sensorname>' sensor; minor: Host is reporting a 'minor' …",
    ],
    ['nothing', '', 'No description'],
  ])('%s', (_, raw, said) => {
    expect(text(raw)).toBe(said);
  });

  it('never takes a word that begins with OR for a parting', () => {
    expect(readDescription('Application\nORder failed').says).toHaveLength(1);
  });
});
