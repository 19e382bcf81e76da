import { z } from 'zod';
import { codecSchema } from '../contract/session.ts';
import { headsetControlSchema, headsetDeviceSchema, headsetLightsSchema } from '../domain/headset/headset.ts';
import { relayStateSchema } from '../domain/snapshot.ts';
import { defineContract, nothing } from './contract.ts';

/** A media slot: one peer connection with its microphone gate and its playback. Numbered by main, never reused. */
const slot = z.number().int().positive();
const sdp = z.string().min(1).max(200_000);
const inSlot = z.object({ slot });

const iceServerSchema = z.object({ urls: z.array(z.string()), username: z.string().optional(), credential: z.string().optional() });
export type IceServer = z.infer<typeof iceServerSchema>;

export const iceConfigSchema = z.object({
  servers: z.array(iceServerSchema),
  relayOnly: z.boolean(),
  /** Milliseconds after the first candidate at which a description is taken as it is. */
  gatheringCapMs: z.number().int().min(0),
});
export type IceConfig = z.infer<typeof iceConfigSchema>;

export const heldCandidateSchema = z.object({ candidate: z.string(), sdpMid: z.string().nullable(), sdpMLineIndex: z.number().int().min(0) });
export type HeldCandidate = z.infer<typeof heldCandidateSchema>;

/**
 * What the ringer plays: `waiting` is the quiet tone for a second call while the operator is talking, `ringback` what one hears
 * when dialling, `cue` says that a call answers itself. All but `ring` are heard in the speaker of the calls alone.
 */
export const ringToneSchema = z.enum(['none', 'ring', 'waiting', 'ringback', 'cue']);
export type RingTone = z.infer<typeof ringToneSchema>;

/** A device as Chromium lists it, the pseudo devices `default` and `communications` included. */
export const soundDeviceSchema = z.object({ kind: z.enum(['microphone', 'speaker']), deviceId: z.string().min(1).max(256), groupId: z.string().max(256), label: z.string().max(256) });
export type SoundDevice = z.infer<typeof soundDeviceSchema>;

/** Chromium's id of a device; null: the system's own choice. */
const deviceId = z.string().min(1).max(256).nullable();

/** Which devices are used, and how: all of it at once, so that nothing is ever half changed. */
export const soundPlanSchema = z.object({
  microphone: z.object({ deviceId, echoCancellation: z.boolean(), noiseSuppression: z.boolean(), autoGainControl: z.boolean(), keyNoiseSuppression: z.boolean() }),
  speaker: deviceId,
  ring: deviceId,
  ringInHeadset: z.boolean(),
  ringVolume: z.number().min(0).max(1),
});
export type SoundPlan = z.infer<typeof soundPlanSchema>;

export const slotMicrophoneSchema = z.enum(['open', 'denied', 'missing', 'failed']);
export type SlotMicrophone = z.infer<typeof slotMicrophoneSchema>;

export const iceStateSchema = z.enum(['new', 'checking', 'connected', 'completed', 'disconnected', 'failed', 'closed']);
export type IceState = z.infer<typeof iceStateSchema>;

/** One second of RTP, as the connection's statistics count it: main makes a figure of it. */
export const rtpSecondSchema = z.object({
  slot,
  /** Packets that arrived in this second, and those that never did. */
  received: z.number().int().min(0),
  lost: z.number().int().min(0),
  /** Arrived too late to be played, out of those received. */
  discarded: z.number().int().min(0),
  jitterMs: z.number().min(0),
  /** What a packet waited in the jitter buffer, on average over this second. */
  bufferMs: z.number().min(0),
  /** From the other side's RTCP reports, else from ICE; null while there is neither. */
  roundTripMs: z.number().min(0).nullable(),
  /** Of our own packets, what the other side says it lost of late (RFC 3550 section 6.4.1); null until it has said so. */
  sentLossPercent: z.number().min(0).max(100).nullable(),
  codec: z.string().max(32),
});
export type RtpSecond = z.infer<typeof rtpSecondSchema>;

/**
 * Main to the audio window. A slot's calls are served in the order in which they were posted, up to
 * their first wait. Descriptions come back with their candidates in: nothing is trickled.
 */
export const audioContract = defineContract({
  name: 'audio',
  calls: {
    /** Tells a living window from one that has just died. */
    ping: { input: nothing, output: nothing },

    /** `codecs`: the best first. What the other side does not have is passed over. */
    'slot.open': { input: z.object({ slot, ice: iceConfigSchema, codecs: z.array(codecSchema).max(4) }), output: nothing },
    /** Creates an offer and makes it the local description. `held`: this side stops listening (RFC 6337 section 5.3). */
    'slot.offer': { input: z.object({ slot, iceRestart: z.boolean(), held: z.boolean() }), output: z.object({ sdp }) },
    /** Takes an offer, creates the answer and makes it the local description. */
    'slot.answer': { input: z.object({ slot, sdp }), output: z.object({ sdp }) },
    /** Takes the answer to our offer. */
    'slot.accept': { input: z.object({ slot, sdp }), output: nothing },
    /** Forgets an offer that was refused. */
    'slot.rollback': { input: inSlot, output: nothing },
    /** The operator has answered or dialled: gives the connection the candidates that were held back, and opens the microphone. */
    'slot.commit': { input: z.object({ slot, candidates: z.array(heldCandidateSchema) }), output: nothing },
    /** What may pass: microphone to the other party, and the other party to the speaker. */
    'slot.gate': { input: z.object({ slot, microphone: z.boolean(), speaker: z.boolean() }), output: nothing },
    /** RFC 4733 events, behind those that are still waiting. */
    'slot.digits': { input: z.object({ slot, digits: z.string().regex(/^[0-9*#A-D,]{1,128}$/) }), output: nothing },
    'slot.close': { input: inSlot, output: nothing },

    /**
     * Every party of these slots hears the operator and the other parties, not itself; the operator hears all. Replaces the
     * mix before; fewer than two slots: none. Nothing is negotiated. `slot.gate` goes on to cut the operator's microphone alone. Slots that close leave by themselves.
     */
    'mix.set': { input: z.object({ slots: z.array(slot).max(8) }), output: nothing },

    /** Records both sides of a slot, the operator left, the other party right: `recording.chunk` follows until `recording.ended`. */
    'recording.start': { input: z.object({ slot, paused: z.boolean() }), output: nothing },
    /** While paused silence is recorded: the times in the recording stay those of the call. */
    'recording.pause': { input: z.object({ slot, paused: z.boolean() }), output: nothing },
    /** Also by itself when the slot is closed. */
    'recording.stop': { input: inSlot, output: nothing },

    ring: { input: z.object({ tone: ringToneSchema }), output: nothing },
    /** Calls that are up move to what is new, without a gap and without negotiation. Answered when they have. */
    'sound.use': { input: soundPlanSchema, output: nothing },
    /** Look at the devices now: the system has said that they changed. `told`: it will say so again, and nobody has to look often. */
    'sound.look': { input: z.object({ told: z.boolean() }), output: nothing },
    /** Plays a short sound once. Answered when it is over. */
    'sound.test': { input: z.object({ role: z.enum(['speaker', 'ring']) }), output: nothing },
    /** Opens the microphone for its level (`sound.level`), or closes it again. Refused with `media.microphone-*`. */
    'sound.watch': { input: z.object({ on: z.boolean() }), output: nothing },
    /**
     * Asks one STUN or TURN server: milliseconds to its answer, null when there is none within `timeoutMs`, with the error code
     * that it gave (RFC 8489, RFC 8656), or 701 where it cannot be reached.
     */
    'ice.probe': {
      input: z.object({ server: iceServerSchema, kind: z.enum(['stun', 'turn']), timeoutMs: z.number().int().positive() }),
      output: z.object({ ms: z.number().nullable(), error: z.number().int().nullable() }),
    },
    /** Opens this headset, whose `standing` switches are known to be on, and gives the former one back; null: gives it back. Refused with `media.failed` when it cannot be opened. */
    'headset.use': { input: z.object({ id: z.string().nullable(), standing: z.array(headsetControlSchema).default([]) }), output: nothing },
    /** Writes the whole output of the headset that is open; one that is not open any more is left alone. */
    'headset.show': { input: z.object({ id: z.string(), lights: headsetLightsSchema }), output: nothing },
    /** What is open now: for the log and for the test that nothing leaks. */
    census: { input: nothing, output: z.object({ slots: z.number().int(), captures: z.number().int(), players: z.number().int(), graphs: z.number().int() }) },
  },
  events: {
    'slot.ice': z.object({ slot, state: iceStateSchema }),
    'slot.microphone': z.object({ slot, state: slotMicrophoneSchema }),
    'slot.relay': z.object({ slot, state: relayStateSchema }),
    /** Some four times a second for a slot that was committed: linear levels 0..1, and RTP packets received so far. */
    'slot.meter': z.object({ slot, microphone: z.number(), speaker: z.number(), packetsReceived: z.number().int().min(0) }),
    /** Who speaks, whenever that changes, for a slot that was committed. A microphone that is cut says nothing. */
    'slot.voice': z.object({ slot, operator: z.boolean(), customer: z.boolean() }),
    /** Once a second for a slot that was committed. */
    'slot.quality': rtpSecondSchema,
    /** A piece of WebM (Opus, two channels); the pieces of one recording belong behind each other. */
    'recording.chunk': z.object({ slot, data: z.instanceof(Uint8Array) }),
    /** After the last piece, however it ended. */
    'recording.ended': inSlot,
    'recording.failed': z.object({ slot, message: z.string().max(2000) }),
    /** All sound devices, at the start and whenever they change. */
    devices: z.object({ devices: z.array(soundDeviceSchema) }),
    /** RMS 0..1 of the microphone, ten times a second while it is watched. */
    'sound.level': z.object({ level: z.number().min(0).max(1) }),
    /** Every telephone headset (HID usage page 0x0B, usage 0x05) that is plugged in: at the start, and whenever that changes. */
    'headset.devices': z.object({ devices: z.array(headsetDeviceSchema) }),
    /** A control of the open headset. A `switch` or `spring` tells where it stands now, a `button` only ever says `on`. */
    'headset.input': z.object({ id: z.string(), control: headsetControlSchema, on: z.boolean() }),
    /** Something went wrong in the window: for the log. */
    defect: z.object({ message: z.string().max(2000) }),
  },
});
export type AudioContract = typeof audioContract;
