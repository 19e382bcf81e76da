import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLogger } from '#shared/domain/logger.ts';
import { ManualClock } from '#shared/domain/manual-clock.ts';
import { descriptionOf, PulseDefaults } from './pulse-defaults.ts';

const sinks = `Sink #1
	State: IDLE
	Name: alsa_output.pci-0000_00_1f.3.analog-stereo
	Description: Built-in Audio Analog Stereo
	Properties:
		device.description = "Built-in Audio Analog Stereo"

Sink #7
	State: SUSPENDED
	Name: alsa_output.usb-GN_Jabra_Evolve2_40-00.analog-stereo
	Description: Jabra Evolve2 40 Analog Stereo
`;

describe('the sound server of Linux', () => {
  it('is asked for the name behind its default', () => {
    expect(descriptionOf(sinks, 'alsa_output.usb-GN_Jabra_Evolve2_40-00.analog-stereo')).toBe('Jabra Evolve2 40 Analog Stereo');
  });

  it('is not believed to have what it does not list', () => {
    expect(descriptionOf(sinks, 'alsa_output.usb-GN_Jabra')).toBeNull();
    expect(descriptionOf(null, 'any')).toBeNull();
    expect(descriptionOf(sinks, null)).toBeNull();
  });
});

describe('whoever waits for changes', () => {
  let folder: string;
  let clock: ManualClock;
  let told: boolean[];
  let pulse: PulseDefaults;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pactl-'));
    clock = new ManualClock();
    told = [];
    pulse = new PulseDefaults({ clock, logger: silentLogger, onChange: (_defaults, isTold) => told.push(isTold) });
  });

  afterEach(() => {
    pulse.stop();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  /** What `pactl` was started for, one a line. */
  const questions = () => readFileSync(path.join(folder, 'asked'), 'utf8').split('\n').slice(0, -1);

  function install(pactl: string): void {
    writeFileSync(path.join(folder, 'asked'), '');
    writeFileSync(path.join(folder, 'pactl'), `#!/bin/sh\necho "$*" >> ${folder}/asked\n${pactl}\n`);
    chmodSync(path.join(folder, 'pactl'), 0o755);
    vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
  }

  it('has nothing to look for without a sound server, and one process finds out whether there is one now', async () => {
    install('exit 1');
    pulse.start();
    await vi.waitFor(() => expect(told).toEqual([true]));
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    expect(questions().toSorted()).toEqual(['info', 'subscribe']);

    clock.advance(30_000);

    await vi.waitFor(() => expect(clock.pending).toBe(1));
    expect(questions().slice(2)).toEqual(['info']);
    expect(told).toEqual([true]);
  });

  it('is told by a sound server, until it goes', async () => {
    install(`case "$1" in subscribe) while [ ! -e ${folder}/gone ]; do sleep 0.05; done;; info) [ ! -e ${folder}/gone ] && echo "Default Sink: a";; esac`);
    pulse.start();
    await vi.waitFor(() => expect(told).toEqual([true]));

    writeFileSync(path.join(folder, 'gone'), '');

    await vi.waitFor(() => expect(told).toEqual([true, false]));
    clock.advance(30_000);
    await vi.waitFor(() => expect(told).toEqual([true, false, true]));
  });

  it('is told once that pactl has gone with the server, and the default with it', async () => {
    const named: (string | null)[] = [];
    pulse = new PulseDefaults({ clock, logger: silentLogger, onChange: ({ speaker }, isTold) => (named.push(speaker), told.push(isTold)) });
    install(`case "$1-$2" in subscribe-) while [ ! -e ${folder}/gone ]; do sleep 0.05; done;; info-) printf 'Default Sink: a\nDefault Source: b\n';; list-sinks) printf 'Sink #1\n\tName: a\n\tDescription: A\n';; esac`);
    pulse.start();
    await vi.waitFor(() => expect(named).toEqual(['A']));

    writeFileSync(path.join(folder, 'gone'), '');
    await vi.waitFor(() => expect(told).toEqual([true, false]));
    rmSync(path.join(folder, 'pactl'));
    vi.stubEnv('PATH', folder);
    clock.advance(30_000);

    await vi.waitFor(() => expect(named).toEqual(['A', 'A', null]));
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    clock.advance(30_000);
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    expect(told).toEqual([true, false, false]);
  });

  it('is told nothing without pactl', async () => {
    vi.stubEnv('PATH', folder);
    pulse.start();
    await vi.waitFor(() => expect(told).toEqual([false]));
  });
});
