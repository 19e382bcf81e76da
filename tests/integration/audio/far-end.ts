/** Another party: a peer connection in the same page that speaks a tone or a file, and measures what it hears. */
export class FarEnd {
  readonly connection = new RTCPeerConnection();
  readonly #context = new AudioContext({ sampleRate: 48_000 });
  readonly #mouth = this.#context.createMediaStreamDestination();
  readonly #ear = new AnalyserNode(this.#context, { fftSize: 8192, smoothingTimeConstant: 0 });
  readonly #player = new Audio();

  constructor(hz: number) {
    if (hz > 0) {
      const tone = new OscillatorNode(this.#context, { frequency: hz });
      const level = new GainNode(this.#context, { gain: 0.3 });
      tone.connect(level).connect(this.#mouth);
      tone.start();
    }
    const [track] = this.#mouth.stream.getAudioTracks();
    if (track !== undefined) this.connection.addTrack(track, this.#mouth.stream);
    this.connection.addEventListener('track', ({ track: heard }) => {
      const stream = new MediaStream([heard]);
      // Chromium hands out a remote track's sound only while something plays it.
      this.#player.srcObject = stream;
      this.#player.muted = true;
      void this.#player.play();
      this.#context.createMediaStreamSource(stream).connect(this.#ear);
    });
  }

  async answer(sdp: string): Promise<string> {
    await this.connection.setRemoteDescription({ type: 'offer', sdp });
    await this.connection.setLocalDescription(await this.connection.createAnswer());
    return this.#gathered();
  }

  /** Offers more than a conversation: a picture, and a second sound that is silent. */
  async offerMore(): Promise<string> {
    this.connection.addTransceiver('video');
    this.connection.addTransceiver('audio');
    await this.connection.setLocalDescription(await this.connection.createOffer());
    return this.#gathered();
  }

  async #gathered(): Promise<string> {
    if (this.connection.iceGatheringState !== 'complete') {
      await new Promise<void>((resolve) => this.connection.addEventListener('icegatheringstatechange', () => this.connection.iceGatheringState === 'complete' && resolve()));
    }
    return this.connection.localDescription?.sdp ?? '';
  }

  /** Level in dB of full scale at each frequency, over the last 170 ms. */
  spectrum(frequencies: readonly number[]): number[] {
    const bins = new Float32Array(this.#ear.frequencyBinCount);
    this.#ear.getFloatFrequencyData(bins);
    const width = this.#context.sampleRate / this.#ear.fftSize;
    return frequencies.map((hz) => Math.max(...[-1, 0, 1].map((step) => bins[Math.round(hz / width) + step] ?? -Infinity)));
  }

  /** Speaks samples once, at 8 kHz. */
  speak(samples: Float32Array<ArrayBuffer>): Promise<void> {
    const buffer = this.#context.createBuffer(1, samples.length, 8_000);
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(this.#context, { buffer });
    source.connect(this.#mouth);
    source.start();
    return new Promise((resolve) => source.addEventListener('ended', () => resolve()));
  }

  close(): void {
    this.connection.close();
    this.#player.srcObject = null;
    void this.#context.close();
  }
}
