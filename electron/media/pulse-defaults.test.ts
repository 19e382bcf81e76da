import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
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

describe('a machine without a sound server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pactl-'));
  const asked = path.join(folder, 'asked');
  /** What `pactl` was started for, one a line. */
  const questions = () => readFileSync(asked, 'utf8').split('\n').slice(0, -1);

  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('costs one process each time it is looked whether there is one now', async () => {
    const pactl = path.join(folder, 'pactl');
    writeFileSync(asked, '');
    writeFileSync(pactl, `#!/bin/sh\necho "$*" >> ${asked}\nexit 1\n`);
    chmodSync(pactl, 0o755);
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
    const clock = new ManualClock();
    const pulse = new PulseDefaults({ clock, logger: silentLogger, onChange: () => undefined });
    pulse.start();
    await vi.waitFor(() => expect(questions().toSorted()).toEqual(['info', 'subscribe']));
    await vi.waitFor(() => expect(clock.pending).toBe(1));

    clock.advance(30_000);

    await vi.waitFor(() => expect(clock.pending).toBe(1));
    expect(questions()).toHaveLength(3);
    expect(questions().at(-1)).toBe('info');
    pulse.stop();
  });
});
