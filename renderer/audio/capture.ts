/**
 * The system's default microphone. Gain control is off: it creeps up over a day of calls; the
 * operator's headset has a level of its own.
 */
const constraints: MediaStreamConstraints = { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: false }, video: false };

let source: Promise<MediaStream> | null = null;
const lent = new Set<MediaStreamTrack>();

/**
 * Opens the microphone, once for all slots; each gets a track of its own, so that cutting one call
 * does not cut the other.
 * @throws {DOMException} of getUserMedia.
 */
export async function borrowMicrophone(): Promise<MediaStreamTrack> {
  source ??= navigator.mediaDevices.getUserMedia(constraints);
  const opening = source;
  try {
    const original = (await opening).getAudioTracks()[0];
    if (original === undefined) throw new DOMException('no audio track', 'NotFoundError');
    const track = original.clone();
    lent.add(track);
    return track;
  } catch (error) {
    if (source === opening) source = null;
    throw error;
  }
}

/** Gives a track back; the microphone is closed with the last one. */
export function returnMicrophone(track: MediaStreamTrack): void {
  track.stop();
  lent.delete(track);
  if (lent.size > 0 || source === null) return;
  const closing = source;
  source = null;
  void closing.then((stream) => {
    for (const original of stream.getTracks()) original.stop();
  });
}

/** How many tracks are lent. */
export function captureCount(): number {
  return lent.size;
}

/** @returns whether any microphone is there; no permission is needed to know. */
export async function hasMicrophone(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some((device) => device.kind === 'audioinput');
}
