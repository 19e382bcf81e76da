/** Corrected in `dialog-glare.ts`. */
declare module 'jssip/lib/Dialog/RequestSender.js' {
  interface Response {
    readonly method: string;
    readonly status_code: number;
  }

  class DialogRequestSender {
    readonly _eventHandlers: { onErrorResponse(response: Response): void };
    _receiveResponse: (this: DialogRequestSender, response: Response) => void;
  }
  export = DialogRequestSender;
}

/** Without it JsSIP sends REGISTER, MESSAGE and OPTIONS outside a dialog, nothing else. */
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
