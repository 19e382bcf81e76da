import type { IncomingRequest, Session } from './jssip.ts';

/** Requests that we answer ourselves, before JsSIP sees them. */
export interface DialogRequestHandlers {
  /** The other side asks us to call somebody else (RFC 3515). */
  onRefer(request: IncomingRequest): void;
  /** News of a REFER of ours (RFC 3515 section 2.4.5). */
  onReferNotify(request: IncomingRequest): void;
  /** Somebody wants to take the place of the other side (RFC 3891). @returns whether they may; refused, it has been answered. */
  mayReplace(request: IncomingRequest): boolean;
  /** An offer inside the dialog. `pass` lets JsSIP answer it, now or later. */
  onOffer(request: IncomingRequest, pass: () => void): void;
}

/**
 * Puts ourselves before JsSIP's own handling of requests inside a dialog. JsSIP 3.13.8 accepts a REFER
 * (202) before anybody was asked, hears the sipfrag of a NOTIFY but not the end of its subscription,
 * and answers an offer although nobody is there to make the answer.
 */
export function interceptRequests(session: Session, handlers: DialogRequestHandlers): void {
  const receive = session.receiveRequest.bind(session);
  session.receiveRequest = (request) => {
    const pass = () => receive(request);
    if (!session.isEstablished() || session.isEnded()) pass();
    else if (request.method === 'REFER') handlers.onRefer(request);
    else if (request.method === 'NOTIFY' && isOfRefer(request)) handlers.onReferNotify(request);
    else if (request.method === 'INVITE' && request.hasHeader('Replaces')) {
      if (handlers.mayReplace(request)) pass();
    } else if (isOffer(request)) handlers.onOffer(request, pass);
    else pass();
  };
}

function isOfRefer(request: IncomingRequest): boolean {
  return /^\s*refer\s*(;|$)/i.test(request.getHeader('Event') ?? request.getHeader('o') ?? '');
}

/** An INVITE without a body asks for an offer of ours, which takes the audio window as well. */
function isOffer({ method, body }: IncomingRequest): boolean {
  return method === 'INVITE' || (method === 'UPDATE' && body !== null && body !== '');
}
