import { UA, WebSocketInterface } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession.js';

const account = new URLSearchParams(location.search);
const mediaConstraints = { audio: true, video: false };
const pcConfig = { iceServers: [] };

let current: RTCSession | null = null;

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}`);
  return found;
}

const state = element('state', HTMLOutputElement);
const speaker = element('speaker', HTMLAudioElement);
const number = element('number', HTMLInputElement);

function show(what: string): void {
  state.value = what;
}

function play(connection: RTCPeerConnection): void {
  connection.addEventListener('track', ({ streams, track }) => {
    speaker.srcObject = streams[0] ?? new MediaStream([track]);
  });
}

const user = account.get('user') ?? '';
const ua = new UA({
  sockets: new WebSocketInterface(account.get('server') ?? ''),
  uri: account.get('uri') ?? '',
  authorization_user: user,
  password: account.get('password') ?? '',
});
ua.on('registered', () => show('registered'));
ua.on('newRTCSession', ({ session, originator }: { session: RTCSession; originator: string }) => {
  current = session;
  // Of an incoming call the connection comes later, of an outgoing one it may be there already.
  const { connection } = session as { connection: RTCPeerConnection | null };
  if (connection === null) session.on('peerconnection', ({ peerconnection }) => play(peerconnection));
  else play(connection);
  session.on('confirmed', () => show('in-call'));
  session.on('ended', () => show('ended'));
  session.on('failed', () => show('failed'));
  show(originator === 'remote' ? 'ringing' : 'dialling');
});

element('answer', HTMLButtonElement).addEventListener('click', () => current?.answer({ mediaConstraints, pcConfig }));
element('dial', HTMLButtonElement).addEventListener('click', () => ua.call(number.value, { mediaConstraints, pcConfig }));
element('hang-up', HTMLButtonElement).addEventListener('click', () => current?.terminate());

// The least that a key can change: one sentence into another one.
const sentence = element('sentence', HTMLParagraphElement);
document.addEventListener('keydown', ({ key }) => {
  if (key === '1') sentence.textContent = sentence.textContent === 'A sentence.' ? 'Another sentence.' : 'A sentence.';
});

ua.start();
