import type { Page } from '@playwright/test';

/**
 * What is in a recording, decoded by the page's own player: of each channel and each frequency, in blocks of a tenth of a second, the
 * level in dB of full scale (Goertzel's algorithm).
 */
export function soundOf(page: Page, webm: Buffer, frequencies: readonly number[]): Promise<number[][][]> {
  return page.evaluate(
    async ({ base64, hertz }) => {
      const rate = 48_000;
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const sound = await new OfflineAudioContext(2, 1, rate).decodeAudioData(bytes.buffer);
      const length = rate / 10;
      const level = (block: Float32Array, hz: number): number => {
        const coefficient = 2 * Math.cos((2 * Math.PI * hz) / rate);
        let [previous, before] = [0, 0];
        for (const sample of block) [previous, before] = [sample + coefficient * previous - before, previous];
        const power = previous * previous + before * before - coefficient * previous * before;
        return 10 * Math.log10(Math.max(1e-20, (4 * power) / (length * length)));
      };
      return Array.from({ length: sound.numberOfChannels }, (_, channel) => {
        const samples = sound.getChannelData(channel);
        const blocks = Array.from({ length: Math.floor(samples.length / length) }, (_block, index) => samples.subarray(index * length, (index + 1) * length));
        return hertz.map((hz) => blocks.map((block) => level(block, hz)));
      });
    },
    { base64: webm.toString('base64'), hertz: [...frequencies] },
  );
}
