import RequestSender from 'jssip/lib/RequestSender.js';
import messages from 'jssip/lib/SIPMessage.js';
import { addressOf, type Agent, type SipMessage } from './jssip.ts';

interface OutsideRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly string[];
  readonly body: string | null;
}

/** Sends one request that begins and ends outside every dialog; challenges are answered. @param onAnswer gets null when there was no answer. */
export function sendOutsideDialog(agent: Agent, { method, target, headers, body }: OutsideRequest, onAnswer: (response: SipMessage | null) => void): void {
  const request = new messages.OutgoingRequest(method, addressOf(target), agent, {}, [...headers], body);
  new RequestSender(agent, request, {
    onReceiveResponse: (response) => {
      const answer = response as SipMessage;
      if ((answer.status_code ?? 0) >= 200) onAnswer(answer);
    },
    onRequestTimeout: () => onAnswer(null),
    onTransportError: () => onAnswer(null),
    onAuthenticated: () => undefined,
  }).send();
}
