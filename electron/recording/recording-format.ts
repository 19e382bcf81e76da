import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { idSchema, instantSchema } from '#shared/domain/ids.ts';

/*
 * A recording on disk (docs/decisions/0017): a mark, then frames. A frame is
 *
 *     length of what follows, 4 bytes, big endian
 *     kind, 1 byte
 *     tag, 16 bytes
 *     AES-256-GCM of the content
 *
 * Each file has a key of its own, derived from the device's (HKDF, RFC 5869, salted with the file's id), so the frame's
 * place in the file can be its nonce; mark, kind and place are authenticated. Frames cannot be exchanged between files,
 * moved, or left out; only the end can be missing, and then there is no `end` frame.
 */

export const mark = Buffer.from('BALREC1\n', 'latin1');
export const extension = '.balrec';

export const frameKinds = { about: 0, part: 1, sound: 2, end: 3 } as const;
export type FrameKind = keyof typeof frameKinds;
const kindNames = Object.keys(frameKinds) as FrameKind[];

/** What a recording is of: the first frame. */
export const aboutSchema = z.object({ fileId: idSchema, callId: idSchema, agentId: idSchema.nullable(), queueKey: z.string().nullable(), startedAt: instantSchema });
export type About = z.infer<typeof aboutSchema>;

/** A stretch of sound that stands by itself: the first, and one for each time that recording began anew. */
export const partSchema = z.object({ startedAt: instantSchema });
export const endSchema = z.object({ endedAt: instantSchema });

const tagLength = 16;
const headLength = 4 + 1;

export interface Frame {
  readonly kind: FrameKind;
  readonly content: Buffer;
}

/** @param deviceKey 32 bytes. */
export function fileKey(deviceKey: Buffer, fileId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', deviceKey, Buffer.from(fileId, 'utf8'), Buffer.from('balie recording', 'utf8'), 32));
}

function nonce(place: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(place, 8);
  return bytes;
}

function associated(kind: number): Buffer {
  return Buffer.concat([mark, Buffer.from([kind])]);
}

/** @param place of the frame in its file, from 0. */
export function seal(key: Buffer, place: number, { kind, content }: Frame): Buffer {
  const code = frameKinds[kind];
  const cipher = createCipheriv('aes-256-gcm', key, nonce(place)).setAAD(associated(code));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  const head = Buffer.alloc(headLength);
  head.writeUInt32BE(1 + tagLength + sealed.length);
  head.writeUInt8(code, 4);
  return Buffer.concat([head, cipher.getAuthTag(), sealed]);
}

/**
 * Opens the frames of a file one by one. The last one may have been cut off by a crash: then it is left out.
 * @throws {Error} when the key is wrong or the file was changed.
 */
export function* open(key: Buffer, file: Buffer): Generator<Frame> {
  if (!file.subarray(0, mark.length).equals(mark)) throw new Error('this is no recording');
  let at = mark.length;
  for (let place = 0; at + headLength + tagLength <= file.length; place++) {
    const end = at + 4 + file.readUInt32BE(at);
    if (end > file.length) return;
    const code = file.readUInt8(at + 4);
    const kind = kindNames.find((name) => frameKinds[name] === code);
    if (kind === undefined) throw new Error('the recording is of a later version');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(place)).setAAD(associated(code));
    decipher.setAuthTag(file.subarray(at + headLength, at + headLength + tagLength));
    const content = Buffer.concat([decipher.update(file.subarray(at + headLength + tagLength, end)), decipher.final()]);
    yield { kind, content };
    at = end;
  }
}
