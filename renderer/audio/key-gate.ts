import { closeGraph, openGraph } from './graph-context.ts';
import { keyGateName } from './key-gate-name.ts';
import workletUrl from './key-gate-worklet.ts?worker&url';

/** A microphone's sound without the clicks of keys, see {@link KeyFilter}. The stream stays its owner's. */
export async function openKeyGate(stream: MediaStream): Promise<{ readonly track: MediaStreamTrack; close(): void }> {
  const context = openGraph({ latencyHint: 'interactive', sampleRate: 48_000 });
  try {
    await context.audioWorklet.addModule(workletUrl);
    const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
    const gate = new AudioWorkletNode(context, keyGateName, { numberOfInputs: 1, numberOfOutputs: 1, outputChannelCount: [1], channelCount: 1, channelCountMode: 'explicit' });
    const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1, channelCountMode: 'explicit' });
    source.connect(gate).connect(destination);
    const track = destination.stream.getAudioTracks()[0];
    if (track === undefined) throw new DOMException('the graph has no track', 'InvalidStateError');
    return { track, close: () => closeGraph(context) };
  } catch (error) {
    closeGraph(context);
    throw error;
  }
}
