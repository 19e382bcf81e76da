const telephonyPage = 0x0b;
const headsetUsage = 0x05;

interface DeviceQuestion {
  readonly deviceType: string;
  readonly origin: string;
  /** As Electron describes it: with its collections since Electron 38. */
  readonly device: object;
}

/**
 * Who may open which device, without a click: the audio window, telephone headsets. Older runtimes do not say what a device is;
 * there the origin alone decides, and the page itself opens nothing but telephone headsets (Chromium withholds keyboards, mice
 * and security keys from every page).
 */
export function mayOpenDevice({ deviceType, origin, device }: DeviceQuestion, audioOrigin: string): boolean {
  if (deviceType !== 'hid' || origin.replace(/\/$/, '') !== audioOrigin) return false;
  if (!('collections' in device) || !Array.isArray(device.collections)) return true;
  return device.collections.some((collection: { readonly usagePage?: unknown; readonly usage?: unknown }) => collection.usagePage === telephonyPage && collection.usage === headsetUsage);
}
