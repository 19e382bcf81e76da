/** The one part of JsSIP's inside that is imported: without it JsSIP sends REGISTER, MESSAGE and OPTIONS outside a dialog, nothing else. */
declare module 'jssip/lib/RequestSender.js' {
  interface Handlers {
    onReceiveResponse(response: object): void;
    onRequestTimeout(): void;
    onTransportError(): void;
    onAuthenticated(request: object): void;
  }

  class RequestSender {
    constructor(agent: object, request: object, handlers: Handlers);
    send(): void;
  }
  export = RequestSender;
}

declare module 'jssip/lib/SIPMessage.js' {
  const messages: {
    readonly OutgoingRequest: new (method: string, target: object, agent: object, params: object, headers: readonly string[], body: string | null) => object;
  };
  export = messages;
}
