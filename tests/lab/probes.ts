import { createSocket } from 'node:dgram';

/** Sends one datagram to 127.0.0.1 and waits for one answer. */
function ask(port: number, message: (localPort: number) => string, waitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const finish = (answer: string | null): void => {
      clearTimeout(timer);
      socket.close();
      resolve(answer);
    };
    const timer = setTimeout(() => finish(null), waitMs);
    socket.once('error', () => finish(null));
    socket.once('message', (answer) => finish(answer.toString('latin1')));
    socket.bind(0, '127.0.0.1', () => socket.send(message(socket.address().port), port, '127.0.0.1'));
  });
}

/** @returns true when rtpengine answers on its ng port. */
export async function ngAnswers(port: number): Promise<boolean> {
  return (await ask(port, () => 'probe d7:command4:pinge', 100))?.includes('4:pong') ?? false;
}

/** @returns true when a SIP server answers OPTIONS over UDP. */
export async function sipAnswers(port: number): Promise<boolean> {
  const token = Math.random().toString(36).slice(2);
  const answer = await ask(
    port,
    (local) =>
      [
        `OPTIONS sip:127.0.0.1:${port} SIP/2.0`,
        `Via: SIP/2.0/UDP 127.0.0.1:${local};branch=z9hG4bK${token};rport`,
        `From: <sip:probe@127.0.0.1:${local}>;tag=${token}`,
        `To: <sip:127.0.0.1:${port}>`,
        `Call-ID: ${token}`,
        'CSeq: 1 OPTIONS',
        'Max-Forwards: 5',
        'Content-Length: 0',
        '\r\n',
      ].join('\r\n'),
    100,
  );
  return answer?.startsWith('SIP/2.0 200') ?? false;
}
