import { describe, expect, it } from 'vitest';
import { descriptionOf } from './pulse-defaults.ts';

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
