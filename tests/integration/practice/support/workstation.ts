import { createHash } from 'node:crypto';
import { WebSocket } from 'ws';
import { CallAudio } from '../../../../practice/callers/call-audio.ts';
import { Dialog } from '../../../../practice/callers/dialog.ts';
import { loudness } from '../../../../practice/callers/g711.ts';
import { newBranch, newToken, responseTo } from '../../../../practice/exchange/sip-build.ts';
import { formatSip, parseSip, valueOf, type SipHeader, type SipMessage, type SipRequest, type SipResponse } from '../../../../practice/exchange/sip-message.ts';
import { until } from '../../../lab/wait.ts';

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const sdpType: SipHeader = { name: 'Content-Type', value: 'application/sdp' };

/** An operator's telephone over a real socket, with real media, as far as the tests of the practice centre need one. */
export class Workstation {
  readonly #socket: WebSocket;
  readonly #user: string;
  readonly #password: string;
  readonly #contact: SipHeader = { name: 'Contact', value: `<sip:${newToken()}@${newToken()}.invalid;transport=ws>` };
  readonly received: SipMessage[] = [];
  /** Loudness of every frame that arrived on the media in use. */
  heard: number[] = [];
  #dialog: Dialog | null = null;
  #audio: CallAudio | null = null;
  #sequence = 0;

  private constructor(socket: WebSocket, user: string, password: string) {
    this.#socket = socket;
    this.#user = user;
    this.#password = password;
    socket.on('message', (data: Buffer) => this.#onMessage(parseSip(data.toString())));
  }

  static async connect(url: string, user = 'lotte', password = 'secret'): Promise<Workstation> {
    const socket = new WebSocket(url, 'sip');
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new Workstation(socket, user, password);
  }

  requests(method: string): SipRequest[] {
    return this.received.filter((message): message is SipRequest => message.kind === 'request' && message.method === method);
  }

  async register(): Promise<number> {
    const first = await this.#ask(this.#registration([]));
    const challenge = valueOf(first, 'WWW-Authenticate') ?? '';
    const nonce = /nonce="([^"]+)"/.exec(challenge)?.[1] ?? '';
    const realm = /realm="([^"]+)"/.exec(challenge)?.[1] ?? '';
    const answer = md5(`${md5(`${this.#user}:${realm}:${this.#password}`)}:${nonce}:00000001:c:auth:${md5('REGISTER:sip:practice.test')}`);
    const value = `Digest username="${this.#user}", realm="${realm}", nonce="${nonce}", uri="sip:practice.test", response="${answer}", qop=auth, cnonce="c", nc=00000001`;
    return (await this.#ask(this.#registration([{ name: 'Authorization', value }]))).status;
  }

  async invited(): Promise<SipRequest> {
    const invite = await until('an INVITE arrives', () => this.requests('INVITE')[0], { withinMs: 10_000 });
    this.#send(responseTo(invite, 180, { toTag: 'w' }));
    return invite;
  }

  async answer(invite: SipRequest): Promise<void> {
    this.#audio = this.#newAudio();
    const body = await this.#audio.answer(invite.body);
    this.#dialog = Dialog.ofCalled(invite, 'w');
    this.#send(responseTo(invite, 200, { toTag: 'w', headers: [this.#contact, sdpType], body }));
    await until('the ACK arrives', () => this.requests('ACK').length > 0);
  }

  refuse(invite: SipRequest, status: number): void {
    this.#send(responseTo(invite, status, { toTag: 'w' }));
  }

  /** Says something for so many frames of 20 ms, then listens. */
  async speak(frames: number): Promise<void> {
    // A square wave of 400 Hz at a third of the range.
    const frame = Uint8Array.from({ length: 160 }, (_, index) => (index % 20 < 10 ? 0x95 : 0x15));
    for (let sent = 0; sent < frames; sent += 1) {
      this.#audio?.write(frame);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async hearsAVoice(): Promise<void> {
    this.heard = [];
    await until('the caller is heard', () => this.heard.filter((level) => level > 800).length > 10, { withinMs: 15_000 });
  }

  /** A new offer in the call; `direction` stands in for what a browser would write. */
  async reinvite(direction: 'sendrecv' | 'sendonly'): Promise<SipResponse> {
    const { dialog, audio } = this.#call();
    const sdp = (await audio.offer()).replace(/a=(sendrecv|sendonly)/, `a=${direction}`);
    const request = { ...dialog.request('INVITE', 'w.invalid', [this.#contact, sdpType]), body: sdp };
    const response = await this.#ask(request);
    this.#send(dialog.request('ACK', 'w.invalid'));
    if (response.status === 200) await audio.accept(response.body);
    return response;
  }

  /** What a workstation does whose media was lost: a new call that replaces the one that is up. */
  async replace(): Promise<SipResponse> {
    const { dialog } = this.#call();
    const audio = this.#newAudio();
    const named = dialog.request('INVITE', 'w.invalid');
    const headers: SipHeader[] = [
      { name: 'Via', value: `SIP/2.0/WS w.invalid;branch=${newBranch()}` },
      { name: 'From', value: `<sip:${this.#user}@practice.test>;tag=${newToken()}` },
      { name: 'To', value: `<${named.uri}>` },
      { name: 'Call-ID', value: newToken() },
      { name: 'CSeq', value: '1 INVITE' },
      this.#contact,
      { name: 'Replaces', value: `${dialog.callId};to-tag=${dialog.remoteTag};from-tag=${dialog.localTag}` },
      { name: 'Require', value: 'replaces' },
      sdpType,
    ];
    const invite: SipRequest = { kind: 'request', method: 'INVITE', uri: named.uri, headers, body: await audio.offer() };
    const response = await this.#ask(invite);
    if (response.status !== 200) return response;
    if (this.requests('BYE').length > 0) throw new Error('The former dialog was ended before the new one was confirmed');
    const former = this.#audio;
    this.#audio = audio;
    this.#dialog = Dialog.ofCaller(invite, response);
    this.#send(this.#dialog.request('ACK', 'w.invalid'));
    await audio.accept(response.body);
    await former?.close();
    return response;
  }

  async hangUp(): Promise<number> {
    return (await this.#ask(this.#call().dialog.request('BYE', 'w.invalid'))).status;
  }

  async close(): Promise<void> {
    await this.#audio?.close();
    const closed = new Promise((resolve) => this.#socket.once('close', resolve));
    this.#socket.close();
    await closed;
  }

  #call(): { dialog: Dialog; audio: CallAudio } {
    if (this.#dialog === null || this.#audio === null) throw new Error('No call is up');
    return { dialog: this.#dialog, audio: this.#audio };
  }

  #newAudio(): CallAudio {
    const audio: CallAudio = new CallAudio((payload) => {
      if (audio === this.#audio) this.heard.push(loudness(payload));
    }, Math.random);
    return audio;
  }

  #registration(extra: readonly SipHeader[]): SipRequest {
    const address = `<sip:${this.#user}@practice.test>`;
    const headers: SipHeader[] = [
      { name: 'Via', value: `SIP/2.0/WS w.invalid;branch=${newBranch()}` },
      { name: 'From', value: `${address};tag=r` },
      { name: 'To', value: address },
      { name: 'Call-ID', value: 'registration' },
      { name: 'CSeq', value: `${(this.#sequence += 1)} REGISTER` },
      this.#contact,
      ...extra,
    ];
    return { kind: 'request', method: 'REGISTER', uri: 'sip:practice.test', headers, body: '' };
  }

  /** @returns the final answer. */
  async #ask(request: SipRequest): Promise<SipResponse> {
    this.#send(request);
    const isAnswer = (message: SipMessage): message is SipResponse => message.kind === 'response' && message.status >= 200 && valueOf(message, 'Via') === valueOf(request, 'Via');
    return await until(`${request.method} is answered`, () => this.received.find(isAnswer), { withinMs: 10_000 });
  }

  #onMessage(message: SipMessage): void {
    this.received.push(message);
    if (message.kind === 'request' && (message.method === 'BYE' || message.method === 'CANCEL')) this.#send(responseTo(message, 200));
  }

  #send(message: SipMessage): void {
    this.#socket.send(formatSip(message));
  }
}
