import type { Clock } from '#shared/domain/clock.ts';
import { asBalieError } from '#shared/domain/errors.ts';
import { freshOffer } from '../media/fresh-candidates.ts';
import type { PeerConnection } from '../media/peer-connection.ts';
import { agreesToHold } from './audio-direction.ts';
import type { Session, SipMessage } from './jssip.ts';
import { lengthenSession, sessionExpires } from './session-interval.ts';

/**
 * Why a re-INVITE did not lead to an agreement:
 * - `busy`: another negotiation is under way on this side;
 * - `glare`: both sides began at once (491);
 * - `unreachable`: no transport, no answer, or the audio window went away;
 * - `gone`: the other side does not know the dialog any more (481, or 408 from a proxy);
 * - `unheeded`: it agreed, but not to be put on hold: its answer goes on sending (RFC 3264 section 6.1);
 * - `refused`: the other side says no; the session goes on as it was (RFC 3261 section 14.1).
 */
export type Refusal = 'busy' | 'glare' | 'unreachable' | 'gone' | 'unheeded' | 'refused';

export class RenegotiationError extends Error {
  override readonly name = 'RenegotiationError';
  readonly refusal: Refusal;
  readonly sipStatus: number | null;

  constructor(refusal: Refusal, sipStatus: number | null = null, options?: ErrorOptions) {
    super(`${refusal} (${sipStatus ?? 'no status'})`, options);
    this.refusal = refusal;
    this.sipStatus = sipStatus;
  }
}

interface RenegotiationOptions {
  readonly held: boolean;
  readonly iceRestart: boolean;
  readonly clock: Clock;
}

/**
 * One re-INVITE, from the offer to the ACK. JsSIP's `hold`, `unhold` and `renegotiate` end the call when they fail and rewrite
 * directions in the text of the SDP; here a failure leaves the call as it was, and the direction is the
 * transceiver's own, so that answers to the other side's re-INVITEs have it too.
 * @throws {RenegotiationError}
 */
export async function renegotiate(session: Session, connection: PeerConnection, { clock, ...options }: RenegotiationOptions): Promise<void> {
  if (!session.isReadyToReOffer()) throw new RenegotiationError('busy');
  const { slot } = connection;
  const offer = await freshOffer(slot, options, clock).catch((error: unknown) => {
    throw new RenegotiationError('unreachable', null, { cause: error });
  });
  try {
    if (session.isEnded()) throw new RenegotiationError('gone');
    if (!session.isReadyToReOffer()) throw new RenegotiationError('busy');
    const response = await invite(session, offer);
    if (response.body === null || response.body === '') throw new RenegotiationError('refused', response.status_code ?? null);
    await accept(connection, response.body);
    if (options.held && !agreesToHold(response.body)) throw new RenegotiationError('unheeded', response.status_code ?? null);
  } catch (error) {
    // Else the next offer of the other side meets ours, half-made.
    await slot.rollback().catch(() => undefined);
    throw error;
  }
}

async function accept(connection: PeerConnection, answer: string): Promise<void> {
  try {
    await connection.accept(answer);
  } catch (error) {
    const lost = asBalieError(error).code === 'media.window-down';
    throw new RenegotiationError(lost ? 'unreachable' : 'refused', null, { cause: error });
  }
}

function invite(session: Session, body: string): Promise<SipMessage> {
  return new Promise((resolve, reject) => {
    const dialog = session._dialog;
    const refuse = (refusal: Refusal, response?: SipMessage) => reject(new RenegotiationError(refusal, response?.status_code ?? null));
    session.sendRequest('INVITE', {
      extraHeaders: [`Contact: ${session.contact}`, 'Content-Type: application/sdp', ...sessionExpires(session)],
      body,
      eventHandlers: {
        // Called again for every retransmission of the 2xx: each is acknowledged (RFC 3261 section 13.2.2.4).
        onSuccessResponse: (response) => {
          dialog?.sendRequest('ACK');
          // Our BYE has crossed it, or theirs.
          if (session.isEnded()) {
            refuse('gone', response);
            return;
          }
          session._handleSessionTimersInIncomingResponse(response);
          resolve(response);
        },
        // JsSIP has tried a 491 once more already, after a second.
        onErrorResponse: (response) => {
          if (lengthenSession(session, response)) resolve(invite(session, body));
          else refuse(response.status_code === 491 ? 'glare' : refusalOf(response.status_code ?? 0), response);
        },
        onDialogError: (response) => refuse(response.status_code === 481 ? 'gone' : 'unreachable', response),
        onTransportError: () => refuse('unreachable'),
        onRequestTimeout: () => refuse('unreachable'),
      },
    });
  });
}

/** A proxy that has lost its way to the other side, or its memory, says nothing about the call. */
function refusalOf(status: number): Refusal {
  return status === 480 || status === 500 || status === 502 || status === 503 || status === 504 ? 'unreachable' : 'refused';
}
