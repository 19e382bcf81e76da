import { describe, expect, it } from 'vitest';
import { defaultSettings, type SoundSettings } from '#shared/domain/settings.ts';
import type { SoundDevice } from '#shared/ipc/audio-list.ts';
import { decideDevices, type SystemDefaults } from './device-policy.ts';

const unknown: SystemDefaults = { microphone: null, speaker: null };

function device(kind: SoundDevice['kind'], deviceId: string, label: string, groupId = deviceId): SoundDevice {
  return { kind, deviceId, label, groupId };
}

const laptop = [device('microphone', 'laptop-mic', 'Internal microphone'), device('speaker', 'laptop-speaker', 'Internal speakers')];
const headset = [device('microphone', 'headset-mic', 'Evolve2 40 (0b0e:0e41)'), device('speaker', 'headset-speaker', 'Evolve2 40 (0b0e:0e41)')];

function decide(devices: readonly SoundDevice[], sound: Partial<SoundSettings> = {}, system = unknown) {
  return decideDevices(devices, system, { ...defaultSettings.sound, ...sound });
}

describe('what "system" means', () => {
  it('is the real device that Chromium names behind its pseudo device', () => {
    const windows = [device('speaker', 'default', 'Default - Evolve2 40 (0b0e:0e41)', 'headset-speaker'), device('speaker', 'communications', 'Communications - Internal speakers', 'laptop-speaker'), ...laptop, ...headset];
    const { devices, plan } = decide(windows);
    expect(devices.speaker).toEqual({ choice: 'system', state: 'chosen', inUse: { identity: 'headset-speaker', label: 'Evolve2 40 (0b0e:0e41)' } });
    expect(plan.speaker).toBe('headset-speaker');
    expect(devices.available.map(({ identity }) => identity)).not.toContain('communications');
    expect(devices.available.filter(({ isSystemDefault, kind }) => isSystemDefault && kind === 'speaker')).toHaveLength(1);
  });

  it('is told apart by the group when two have the same name', () => {
    const twin = device('speaker', 'twin-speaker', 'Evolve2 40 (0b0e:0e41)');
    const { plan } = decide([device('speaker', 'default', 'Default - Evolve2 40 (0b0e:0e41)', 'twin-speaker'), ...headset, twin]);
    expect(plan.speaker).toBe('twin-speaker');
  });

  it('is what the sound server says where Chromium does not tell (Linux)', () => {
    const linux = [device('microphone', 'default', 'Default', 'x'), device('speaker', 'default', 'Default', 'y'), ...laptop, ...headset];
    const { devices } = decide(linux, {}, { microphone: 'Evolve2 40', speaker: 'Internal speakers' });
    expect(devices.microphone.inUse?.identity).toBe('headset-mic');
    expect(devices.speaker.inUse?.identity).toBe('laptop-speaker');
  });

  it('is left to the system, and not named after a device, when nobody says', () => {
    const { devices, plan } = decide([device('speaker', 'default', 'Default', 'y'), ...laptop, ...headset]);
    expect(devices.speaker.inUse).toEqual({ identity: 'default', label: 'Default' });
    expect(devices.available.some(({ isSystemDefault }) => isSystemDefault)).toBe(false);
    expect(plan.speaker).toBeNull();
  });

  it('is the only one there is', () => {
    expect(decide([device('speaker', 'default', 'Default', 'y'), ...laptop]).plan.speaker).toBe('laptop-speaker');
  });
});

describe('a chosen device', () => {
  const chosen = { microphone: { identity: 'headset-mic', label: 'Evolve2 40 (0b0e:0e41)' }, speaker: { identity: 'headset-speaker', label: 'Evolve2 40 (0b0e:0e41)' } };

  it('is used while it is there, whatever the order of the list', () => {
    for (const list of [[...laptop, ...headset], [...headset, ...laptop]]) {
      const { devices, plan } = decide(list, chosen);
      expect(plan).toMatchObject({ microphone: { deviceId: 'headset-mic' }, speaker: 'headset-speaker' });
      expect([devices.microphone.state, devices.speaker.state]).toEqual(['chosen', 'chosen']);
    }
  });

  it('that is pulled out gives way to the default of the system, and keeps its choice', () => {
    const { devices, plan } = decide([...laptop, device('microphone', 'webcam', 'Webcam')], chosen, { microphone: 'Internal microphone', speaker: null });
    expect(devices.microphone).toEqual({ choice: chosen.microphone, state: 'fallback', inUse: { identity: 'laptop-mic', label: 'Internal microphone' } });
    expect(plan.microphone.deviceId).toBe('laptop-mic');
  });

  it('gives way to any other one when the default has gone with it', () => {
    expect(decide([device('microphone', 'default', 'Default'), ...laptop, device('microphone', 'webcam', 'Webcam')], chosen).devices.microphone).toMatchObject({ state: 'fallback', inUse: { identity: 'laptop-mic' } });
  });

  it('without any device there is none, and nothing breaks', () => {
    expect(decide([], chosen).devices).toMatchObject({ available: [], microphone: { state: 'none', inUse: null }, ring: { state: 'none' } });
  });

  it('for the ring alone leaves the calls where they are', () => {
    const { plan } = decide([...laptop, ...headset], { ...chosen, ring: { identity: 'laptop-speaker', label: 'Internal speakers' } });
    expect(plan).toMatchObject({ speaker: 'headset-speaker', ring: 'laptop-speaker' });
  });
});

describe('identity', () => {
  const chosen = { speaker: { identity: 'headset-speaker', label: 'Headset (Evolve2 40) (0b0e:0e41)' } };

  it('goes along to another socket, where the system counts it anew', () => {
    const moved = [...laptop, device('speaker', 'other-socket', 'Headset (2- Evolve2 40) (0b0e:0e41)')];
    const { devices, plan } = decide(moved, chosen);
    expect(devices.speaker).toMatchObject({ state: 'chosen', inUse: { identity: 'headset-speaker' } });
    expect(devices.available.map(({ identity }) => identity)).toContain('headset-speaker');
    expect(plan.speaker).toBe('other-socket');
  });

  it('stays with the one that was chosen when its twin is there as well', () => {
    const twins = [device('speaker', 'twin', 'Headset (Evolve2 40) (0b0e:0e41)'), device('speaker', 'headset-speaker', 'Headset (Evolve2 40) (0b0e:0e41)')];
    expect(decide(twins, chosen).plan.speaker).toBe('headset-speaker');
  });

  it('of two that were chosen for two roles is never given to one device', () => {
    const ring = { identity: 'second', label: 'Headset (Evolve2 40) (0b0e:0e41)' };
    const { devices, plan } = decide([...laptop, device('speaker', 'moved', 'Headset (Evolve2 40) (0b0e:0e41)')], { ...chosen, ring }, { microphone: null, speaker: 'Internal speakers' });
    expect(plan.speaker).toBe('moved');
    expect(devices.ring.state).toBe('fallback');
  });

  it('reads the vendor and product of a headset from its label', () => {
    expect(decide([...laptop, ...headset]).devices.available.find(({ identity }) => identity === 'headset-mic')?.usb).toEqual({ vendorId: 0x0b0e, productId: 0x0e41 });
    expect(decide(laptop).devices.available[0]?.usb).toBeNull();
  });
});
