/* Generated from docs/openapi.json: npm run central:client */

export interface paths {
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether central and its database answer */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this process answers, whatever its database does */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schemas/script": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The format of scripts, as a JSON Schema (2020-12) */
        get: operations["scriptSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with name and password */
        post: operations["signIn"];
        /** Sign out: ends the session and its tokens */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a one-time enrolment code */
        post: operations["enrol"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the refresh token for fresh tokens */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which ways of signing in there are */
        get: operations["signInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/oidc/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A nonce for one sign-in through the provider */
        post: operations["challenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with the ID token that the provider gave for a challenge */
        post: operations["signInWithProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/provisioning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The telephone account and the media policy of the signed-in operator */
        get: operations["provisioning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/me/last-seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the operator was last signed in, apart from this session: what changed since then is news to them */
        get: operations["lastSeen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/me/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What the operator is doing, for the queues */
        put: operations["reportState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One page of what changed after a cursor */
        get: operations["changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mutations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An outbox: up to a hundred mutations, each applied once and answered in order */
        post: operations["mutate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that is kept of one person (GDPR articles 15 and 20) */
        post: operations["exportCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erases one person, here and on every device (GDPR article 17) */
        post: operations["eraseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every row that the agent may have, as NDJSON: one begin, rows (parents before children) with marks among them, one end
         * @description A stream without `end` was cut; `after` its last mark another one goes on. Compressed with gzip where the request accepts it.
         */
        get: operations["snapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events: says that there is something to fetch from changes
         * @description Only what concerns the operator who listens: their queues, customers and role. `hello` comes first; with `Last-Event-ID` a `changed` follows at once if something concerned them since. Changes that come close together are told as one: what names the operator (own work, a hand-over to them) within a tenth of a second, the rest in turn, so that workstations do not ask all at once.
         */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An agent's role and queues (team leads and administrators) */
        get: operations["readAccess"];
        /**
         * Changes an agent's role and queues; what is absent stays (administrators)
         * @description Connected workstations of the agent hear of it, and drop what they may not have any more. An agent who is not active is signed out everywhere.
         */
        put: operations["changeAccess"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which customers operators may have (team leads and administrators) */
        get: operations["readAccessPolicy"];
        /** Says which customers operators may have (administrators) */
        put: operations["changeAccessPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, when, with which customer; the newest first (team leads and administrators) */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversation-quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of conversations, the newest first: own ones, and for team leads those of their queues */
        get: operations["listConversationQuality"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quality-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conversations together against what their queue agreed upon, by day or week */
        get: operations["getQualityFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quality-overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every queue against what it agreed upon, by day or week, of all operators or of one team (team leads and administrators) */
        get: operations["getQualityOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices on which one is signed in, the newest first; with `agentId`, or `all`, another's or everybody's (administrators) */
        get: operations["listDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Signs a device out: one's own, or anybody's (administrators)
         * @description Its event streams end at once, and its next request is answered 401 with the code `session.revoked`, at which a workstation wipes what it has.
         */
        delete: operations["revokeDevice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers, the newest first */
        get: operations["listCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: customers */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Telephone numbers and mail addresses of customers, the newest first */
        get: operations["listContactPoints"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-points/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: telephone numbers and mail addresses of customers */
        get: operations["getContactPoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses of customers, the newest first */
        get: operations["listAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: addresses of customers */
        get: operations["getAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Conversations, the newest first */
        get: operations["listInteractions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: conversations */
        get: operations["getInteraction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/call-legs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calls of conversations, the newest first */
        get: operations["listCallLegs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/call-legs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: calls of conversations */
        get: operations["getCallLeg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notes in the files of customers, the newest first */
        get: operations["listNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: notes in the files of customers */
        get: operations["getNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers consented to or refused; the newest of a channel and purpose counts, the newest first */
        get: operations["listConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: what customers consented to or refused; the newest of a channel and purpose counts */
        get: operations["getConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was asked what before a file was shown, and whether it was right; team leads and administrators have everybody's, the newest first */
        get: operations["listIdentityChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity-checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: who was asked what before a file was shown, and whether it was right; team leads and administrators have everybody's */
        get: operations["getIdentityCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions, complaints and claims, the newest first */
        get: operations["listCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: questions, complaints and claims */
        get: operations["getCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was promised to customers, the newest first */
        get: operations["listPromises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/promises/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: what was promised to customers */
        get: operations["getPromise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How questions, complaints and claims are treated, the newest first */
        get: operations["listProcedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/procedures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: how questions, complaints and claims are treated */
        get: operations["getProcedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers asked in a conversation, the newest first */
        get: operations["listQuestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: what customers asked in a conversation */
        get: operations["getQuestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may be offered beside what a customer called for, the newest first */
        get: operations["listOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: what may be offered beside what a customer called for */
        get: operations["getOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offer-answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers said to offers, the newest first */
        get: operations["listOfferAnswers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offer-answers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: what customers said to offers */
        get: operations["getOfferAnswer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, the newest first */
        get: operations["listOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: orders */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places that customers have in slots, the newest first */
        get: operations["listReservations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reservations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: places that customers have in slots */
        get: operations["getReservation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products, the newest first */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: products */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much there is of each product, the newest first */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: how much there is of each product */
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capacity-slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delivery windows and tastings, the newest first */
        get: operations["listCapacitySlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/capacity-slots/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: delivery windows and tastings */
        get: operations["getCapacitySlot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Articles that operators look up, the newest first */
        get: operations["listArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: articles that operators look up */
        get: operations["getArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/article-feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What operators think of articles, the newest first */
        get: operations["listArticleFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/article-feedback/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: what operators think of articles */
        get: operations["getArticleFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letter-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Templates of letters and mails, the newest first */
        get: operations["listLetterTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letter-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: templates of letters and mails */
        get: operations["getLetterTemplate"];
        /**
         * Writes a template, or its next edition (team leads and administrators)
         * @description A new template begins with an id of the author and `base` null; its documents were sent to `/v1/letter-files`. Where somebody saved after `base`, the answer is 409 `letter.stale`: nothing was written.
         */
        put: operations["saveLetterTemplate"];
        post?: never;
        /** Withdraws a template: nothing is made of it any more (team leads and administrators) */
        delete: operations["withdrawLetterTemplate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Queues, the newest first */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: queues */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operators, the newest first */
        get: operations["listAgents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: operators */
        get: operations["getAgent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How conversations can end, the newest first */
        get: operations["listOutcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outcomes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the list: how conversations can end */
        get: operations["getOutcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings customers in from a CSV file, with a report line by line (administrators)
         * @description A customer is known again by `customerNumber`: the same file twice changes nothing. With `dryRun` nothing is written.
         */
        post: operations["importCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings products and counts of the warehouse in from a CSV file, with a report line by line (administrators)
         * @description A product is known again by `sku`: the same file twice changes nothing. `onHand` is what was counted; what is allocated and held stays. With `dryRun` nothing is written.
         */
        post: operations["importProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings articles that operators look up in from a CSV file, with a report line by line (administrators)
         * @description An article is known again by `key` and `language`: the same file twice changes nothing. `changedSummary` is what operators read about the change. With `dryRun` nothing is written.
         */
        post: operations["importArticles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is told of what (administrators) */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Tells another system of events; the secret by which it knows us is answered once (administrators)
         * @description `interaction.closed`, `order.placed`, and `order.changed`: an order lost pieces, is delivered elsewhere or otherwise, was cancelled or sent back; `data.changed` says what is another (`lines`, `delivery`, `priority`, `slotId`, `state`) and `data.version` which version of the order that is. What is told are ids, states and times; the rest is asked of the API.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Tells it no more (administrators) */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent, the newest first (administrators) */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scripts, live and being written (team leads and administrators) */
        get: operations["listScripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scripts/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The versions of a script, the newest first (team leads and administrators) */
        get: operations["listScriptVersions"];
        put?: never;
        /**
         * Saves the next version of a script, as a draft (team leads and administrators)
         * @description A new script begins with an id of the author and `base` null. Where somebody saved after `base`, the answer is 409 `script.stale`: nothing was written. Faults are allowed in a draft, and refuse its review.
         */
        post: operations["saveScriptVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scripts/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A version of a script with its words (team leads and administrators) */
        get: operations["readScriptVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scripts/{id}/versions/{number}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that a version of somebody else may go live (team leads and administrators) */
        post: operations["reviewScriptVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scripts/{id}/versions/{number}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a reviewed version live, now or at a moment (team leads and administrators) */
        post: operations["publishScriptVersion"];
        /** Takes back the moment at which a version would go live (team leads and administrators) */
        delete: operations["withdrawScriptVersion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scripts/{id}/versions/{number}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a former version live again, at once, as a new one (team leads and administrators) */
        post: operations["restoreScriptVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queue-scripts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queues, and the script that each of them uses (team leads and administrators) */
        get: operations["listQueueScripts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queue-scripts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says which script a queue uses, at once or together with a version that goes live (team leads of the queue and administrators)
         * @description Conversations that run keep the script they began with. Where the queue is not what `seen` says (any more), the answer is 409 `script.queue-changed`: nothing was written.
         */
        put: operations["chooseQueueScript"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queue-scripts/{id}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says how many counter-arguments the calls of a queue may have (team leads of the queue and administrators)
         * @description Null leaves it to the script of the call. Conversations that run keep what held when they began. Where the queue is not what `seen` says (any more), the answer is 409 `script.queue-changed`: nothing was written.
         */
        put: operations["setQueueObjections"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letter-templates/{id}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each edition of a template said, the newest first (team leads and administrators) */
        get: operations["listLetterEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letter-editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest edition of every template, and who wrote it; withdrawn ones too (team leads and administrators) */
        get: operations["listNewestLetterEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letter-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes in the document of a letter (team leads and administrators)
         * @description A DOCX document of at most 2 MB, without macros, embedded files, or anything that is fetched from elsewhere; `{{field}}` where a field comes. What is wrong with it is answered as 400 `letter.invalid`.
         */
        post: operations["sendLetterFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/letter-files/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The document of a template, by its hash
         * @description For team leads and administrators also the documents of former editions, and what was sent and not saved yet.
         */
        get: operations["readLetterFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AgentStateInput: {
            /** @constant */
            state: "not-ready";
            /** @enum {string} */
            reason: "signed-in" | "break" | "lunch" | "training" | "meeting" | "administration" | "technical";
            /** Format: date-time */
            since: string;
        } | {
            /** @constant */
            state: "available";
            /** Format: date-time */
            since: string;
        } | {
            /** @constant */
            state: "on-call";
            /** Format: date-time */
            since: string;
            after: "available" | ("signed-in" | "break" | "lunch" | "training" | "meeting" | "administration" | "technical");
        } | {
            /** @constant */
            state: "wrap-up";
            /** Format: date-time */
            since: string;
            after: "available" | ("signed-in" | "break" | "lunch" | "training" | "meeting" | "administration" | "technical");
            /** Format: uuid */
            callId: string;
        };
        AgentStateReportInput: {
            state: components["schemas"]["AgentStateInput"];
            /** Format: date-time */
            at: string;
        };
        DeviceInput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            platform: "linux" | "darwin" | "win32";
        };
        EnrolInput: {
            code: string;
            device: components["schemas"]["DeviceInput"];
        };
        MutationInput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            entity: "customer" | "contactPoint" | "address" | "interaction" | "callLeg" | "handOver" | "consent" | "note" | "case" | "promise" | "merge" | "dataExport" | "order" | "stockHold" | "reservation" | "identityCheck" | "conversationQuality" | "articleFeedback" | "caseStep" | "question" | "numberRange" | "offerAnswer";
            /** Format: uuid */
            entityId: string;
            baseVersion: number | null;
            patch: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            at: string;
        };
        MutationsInput: {
            mutations: components["schemas"]["MutationInput"][];
        };
        RefreshInput: {
            refreshToken: string;
            /** Format: uuid */
            deviceId: string;
        };
        ScriptInput: {
            $schema?: string;
            key: string;
            version: number;
            /** @enum {string} */
            language: "nl" | "fr" | "en" | "de";
            title: string;
            start: string;
            objectionBudget: number;
            audiences?: {
                /** @enum {string} */
                language: "nl" | "fr" | "en" | "de";
                /** @enum {string} */
                register: "formal" | "informal";
            }[];
            /** @enum {string} */
            register?: "formal" | "informal";
            purposes?: {
                key: string;
                label: string;
                outcomes?: string[];
            }[];
            recordingConsent?: string;
            silenceSeconds?: number;
            steps: {
                key: string;
                /** @enum {string} */
                kind?: "say" | "ask" | "choose" | "collect" | "look-up" | "inform" | "objection" | "order" | "case" | "promise" | "transfer" | "close";
                title: string;
                say: string;
                variants?: {
                    /** @enum {string} */
                    language?: "nl" | "fr" | "en" | "de";
                    /** @enum {string} */
                    register?: "formal" | "informal";
                    /** @enum {string} */
                    profile?: "new" | "regular" | "loyal";
                    say: string;
                }[];
                bridge?: string;
                hint?: string;
                sources?: string[];
                terms?: {
                    key: string;
                    version: number;
                    title: string;
                    text: string;
                    mandatory?: boolean;
                }[];
                fields?: {
                    key: string;
                    label: string;
                    /** @enum {string} */
                    type: "text" | "longtext" | "choice" | "number" | "amount" | "date" | "phone" | "email" | "postcode" | "iban" | "vat" | "national-number" | "payment";
                    required?: boolean;
                    options?: string[];
                    ask?: string;
                    rephrase?: string;
                    /** @enum {string} */
                    bind?: "customer.givenName" | "customer.familyName" | "customer.organisationName" | "customer.vatNumber" | "customer.birthDate" | "contact.phone" | "contact.mobile" | "contact.email" | "address.street" | "address.houseNumber" | "address.box" | "address.postcode" | "address.town";
                    sensitive?: boolean;
                }[];
                answers: {
                    key: string;
                    label: string;
                    to: string | null;
                    set?: {
                        [key: string]: string;
                    };
                    purpose?: string;
                    objection?: boolean;
                    withoutTerms?: boolean;
                    when?: {
                        captured?: {
                            [key: string]: string | null;
                        };
                        customerKnown?: boolean;
                        customer?: {
                            /** @enum {string} */
                            kind?: "person" | "organisation";
                            segment?: ("new" | "regular" | "loyal")[];
                            language?: ("nl" | "fr" | "en" | "de")[];
                        };
                        queue?: string[];
                        language?: ("nl" | "fr" | "en" | "de")[];
                        time?: {
                            from: string;
                            to: string;
                            days?: number[];
                        };
                        any?: {
                            captured?: {
                                [key: string]: string | null;
                            };
                            customerKnown?: boolean;
                            customer?: {
                                /** @enum {string} */
                                kind?: "person" | "organisation";
                                segment?: ("new" | "regular" | "loyal")[];
                                language?: ("nl" | "fr" | "en" | "de")[];
                            };
                            queue?: string[];
                            language?: ("nl" | "fr" | "en" | "de")[];
                            time?: {
                                from: string;
                                to: string;
                                days?: number[];
                            };
                        }[];
                        not?: {
                            captured?: {
                                [key: string]: string | null;
                            };
                            customerKnown?: boolean;
                            customer?: {
                                /** @enum {string} */
                                kind?: "person" | "organisation";
                                segment?: ("new" | "regular" | "loyal")[];
                                language?: ("nl" | "fr" | "en" | "de")[];
                            };
                            queue?: string[];
                            language?: ("nl" | "fr" | "en" | "de")[];
                            time?: {
                                from: string;
                                to: string;
                                days?: number[];
                            };
                        };
                    };
                }[];
                mandatory?: boolean;
            }[];
        };
        SignInInput: {
            username: string;
            password: string;
            device: components["schemas"]["DeviceInput"];
        };
        Address: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            customerId: string;
            /** @enum {string} */
            kind: "home" | "delivery" | "billing";
            street: string;
            houseNumber: string;
            box: string | null;
            postcode: string;
            town: string;
            country: string;
        };
        Agent: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            username: string;
            name: string;
            extension: string | null;
            team: string | null;
            languages: ("nl" | "fr" | "en" | "de")[];
        };
        Article: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            key: string;
            /** @enum {string} */
            language: "nl" | "fr" | "en" | "de";
            source: string;
            title: string;
            keywords: string[];
            queueIds: string[];
            productId: string | null;
            /** Format: date */
            validFrom: string;
            validUntil: string | null;
            edition: number;
            /** Format: date-time */
            changedAt: string;
            changedSummary: string;
            archived: boolean;
            body: string;
        };
        ArticleFeedback: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            articleId: string;
            edition: number;
            /** @enum {string} */
            verdict: "good" | "incomplete" | "wrong";
            sentence: string;
            agentId: string | null;
            interactionId: string | null;
            /** Format: date-time */
            at: string;
        };
        CallLeg: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            interactionId: string;
            /** Format: uuid */
            callId: string;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** Format: date-time */
            startedAt: string;
            answeredAt: string | null;
            endedAt: string | null;
            cause: ("hung-up" | "cancelled" | "declined" | "answered-elsewhere" | "transferred" | "forwarded" | "busy" | "no-answer" | "unavailable" | "not-found" | "forbidden" | "media-failed" | "connection-lost" | "interrupted" | "server-error" | "other") | null;
            endedBy: ("local" | "remote" | "system") | null;
            transferredTo: string | null;
            quality: {
                seconds: number;
                mosMean: number;
                mosWorst: number;
                lossPercent: number;
                jitterMs: number;
                roundTripMs: number | null;
                codec: string;
            } | null;
            recording: {
                /** Format: uuid */
                fileId: string;
                seconds: number;
            } | null;
        };
        CapacitySlot: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** @enum {string} */
            kind: "delivery" | "tasting";
            title: {
                nl: string;
                fr?: string;
                en?: string;
                de?: string;
            };
            place: string;
            /** Format: date */
            day: string;
            from: string;
            until: string;
            capacity: number;
            taken: number;
        };
        Case: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            customerId: string;
            /** @enum {string} */
            kind: "question" | "complaint" | "claim";
            caseNumber: string | null;
            /** @enum {string} */
            state: "open" | "waiting" | "solved" | "closed";
            subject: string;
            description: string;
            /** @enum {string} */
            priority: "low" | "normal" | "high";
            ownerId: string | null;
            queueId: string | null;
            /** Format: date-time */
            openedAt: string;
            openedBy: string | null;
            interactionId: string | null;
            dueAt: string | null;
            closedAt: string | null;
            result: string;
            procedureId: string | null;
            collected: {
                [key: string]: string;
            };
            readBackAt: string | null;
        };
        Change: {
            /** @enum {string} */
            entity: "customer" | "contactPoint" | "address" | "queue" | "outcome" | "script" | "agent" | "directoryEntry" | "interaction" | "callLeg" | "handOver" | "consent" | "note" | "case" | "promise" | "correction" | "merge" | "dataExport" | "product" | "stock" | "salesTerms" | "salesPolicy" | "capacitySlot" | "order" | "stockHold" | "reservation" | "identityCheck" | "conversationQuality" | "article" | "articleFeedback" | "procedure" | "caseStep" | "question" | "numberRange" | "offer" | "offerAnswer" | "letterTemplate";
            /** Format: uuid */
            id: string;
            version: number;
            row: {
                [key: string]: unknown;
            } | null;
        };
        Changes: {
            changes: components["schemas"]["Change"][];
            cursor: string;
            more: boolean;
        };
        Consent: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            customerId: string;
            /** @enum {string} */
            channel: "phone" | "email" | "sms" | "post";
            /** @enum {string} */
            purpose: "any" | "marketing" | "service" | "survey";
            /** @enum {string} */
            state: "given" | "withdrawn";
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            source: "call" | "email" | "letter" | "web" | "register" | "centre";
            how: string;
            agentId: string | null;
            interactionId: string | null;
        };
        ConversationQuality: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            interactionId: string;
            agentId: string | null;
            queueId: string | null;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            purpose: string | null;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: string;
            pickUpMs: number | null;
            talkMs: number;
            holdMs: number;
            holds: number;
            wrapUpMs: number | null;
            silenceMs: number | null;
            silences: number | null;
            overlapMs: number | null;
            overlaps: number | null;
            script: {
                said: number;
                excused: number;
                left: number;
                terms: number;
                agreed: number;
            } | null;
            adherencePercent: number | null;
            completenessPercent: number;
            readBackAt: string | null;
        };
        ContactPoint: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            customerId: string;
            /** @enum {string} */
            kind: "phone" | "mobile" | "email";
            value: string;
            preferred: boolean;
        };
        Customer: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** @enum {string} */
            kind: "person" | "organisation";
            customerNumber: string | null;
            /** @enum {string} */
            salutation: "mr" | "mrs" | "none";
            givenName: string;
            familyName: string;
            organisationName: string | null;
            vatNumber: string | null;
            birthDate: string | null;
            /** @enum {string} */
            language: "nl" | "fr" | "en" | "de";
            /** @enum {string} */
            segment: "new" | "regular" | "loyal";
            archived: boolean;
        };
        DirectoryEntry: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            name: string;
            department: string | null;
            number: string;
            competences: string[];
        };
        IdentityCheck: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            interactionId: string;
            /** Format: uuid */
            customerId: string;
            queueId: string | null;
            agentId: string | null;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "passed" | "wrong" | "carried" | "gave-up" | "registered";
            check: ("name" | "birthDate" | "postcode" | "address" | "phoneEnding" | "email" | "customerNumber" | "vatNumber") | null;
            way: ("call-back" | "supervisor" | "without") | null;
            carried: {
                passed: ("name" | "birthDate" | "postcode" | "address" | "phoneEnding" | "email" | "customerNumber" | "vatNumber")[];
                wrong: number;
                at: string | null;
                /** Format: uuid */
                handOverId: string;
                agentId: string | null;
            } | null;
            opened: ("personal" | "financial" | "health")[];
        };
        Interaction: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** @enum {string} */
            channel: "voice" | "email" | "chat" | "letter";
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @enum {string} */
            state: "open" | "wrap-up" | "closed";
            agentId: string | null;
            queueId: string | null;
            customerId: string | null;
            number: string | null;
            /** Format: date-time */
            startedAt: string;
            answeredAt: string | null;
            endedAt: string | null;
            closedAt: string | null;
            outcomeId: string | null;
            sentence: string;
            note: string;
            scriptRun: components["schemas"]["ScriptRun"] | null;
            captured: {
                [key: string]: string;
            };
            interrupted: boolean;
        };
        LetterTemplate: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            key: string;
            /** @enum {string} */
            kind: "letter" | "mail";
            title: {
                nl: string;
                fr?: string;
                en?: string;
                de?: string;
            };
            queueIds: string[];
            variants: ({
                /** @enum {string} */
                language: "nl" | "fr" | "en" | "de";
                /** @enum {string} */
                register: "formal" | "informal";
                sha256: string;
                bytes: number;
            } | {
                /** @enum {string} */
                language: "nl" | "fr" | "en" | "de";
                /** @enum {string} */
                register: "formal" | "informal";
                subject: string;
                body: string;
            })[];
            edition: number;
            /** Format: date-time */
            changedAt: string;
            withdrawn: boolean;
        };
        MutationResult: {
            /** Format: uuid */
            id: string;
            /** @constant */
            status: "applied";
            version: number;
            row: {
                [key: string]: unknown;
            } | null;
        } | {
            /** Format: uuid */
            id: string;
            /** @constant */
            status: "conflict";
            version: number;
            row: {
                [key: string]: unknown;
            };
        } | {
            /** Format: uuid */
            id: string;
            /** @constant */
            status: "rejected";
            code: string;
            reason: string;
            problems?: components["schemas"]["OrderProblem"][];
        };
        MutationResults: {
            results: components["schemas"]["MutationResult"][];
        };
        Note: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            customerId: string;
            text: string;
            pinned: boolean;
            /** Format: date-time */
            at: string;
            agentId: string | null;
            interactionId: string | null;
        };
        Offer: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            key: string;
            sku: string;
            priority: number;
            /** Format: date */
            validFrom: string;
            /** Format: date */
            validUntil: string;
            condition: {
                captured?: {
                    [key: string]: string | null;
                };
                customerKnown?: boolean;
                customer?: {
                    /** @enum {string} */
                    kind?: "person" | "organisation";
                    segment?: ("new" | "regular" | "loyal")[];
                    language?: ("nl" | "fr" | "en" | "de")[];
                };
                queue?: string[];
                language?: ("nl" | "fr" | "en" | "de")[];
                time?: {
                    from: string;
                    to: string;
                    days?: number[];
                };
                any?: {
                    captured?: {
                        [key: string]: string | null;
                    };
                    customerKnown?: boolean;
                    customer?: {
                        /** @enum {string} */
                        kind?: "person" | "organisation";
                        segment?: ("new" | "regular" | "loyal")[];
                        language?: ("nl" | "fr" | "en" | "de")[];
                    };
                    queue?: string[];
                    language?: ("nl" | "fr" | "en" | "de")[];
                    time?: {
                        from: string;
                        to: string;
                        days?: number[];
                    };
                }[];
                not?: {
                    captured?: {
                        [key: string]: string | null;
                    };
                    customerKnown?: boolean;
                    customer?: {
                        /** @enum {string} */
                        kind?: "person" | "organisation";
                        segment?: ("new" | "regular" | "loyal")[];
                        language?: ("nl" | "fr" | "en" | "de")[];
                    };
                    queue?: string[];
                    language?: ("nl" | "fr" | "en" | "de")[];
                    time?: {
                        from: string;
                        to: string;
                        days?: number[];
                    };
                };
            } | null;
            purposes: string[];
            boughtAny: string[];
            boughtNone: string[];
            say: {
                /** @enum {string} */
                language: "nl" | "fr" | "en" | "de";
                register: ("formal" | "informal") | null;
                text: string;
            }[];
            reason: {
                nl: string;
                fr?: string;
                en?: string;
                de?: string;
            };
            active: boolean;
        };
        OfferAnswer: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            customerId: string;
            /** Format: uuid */
            offerId: string;
            interactionId: string | null;
            agentId: string | null;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            answer: "yes" | "no";
        };
        Order: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            number: string | null;
            /** Format: uuid */
            customerId: string;
            interactionId: string | null;
            agentId: string | null;
            /** @enum {string} */
            state: "draft" | "provisional" | "placed" | "confirmed" | "packed" | "shipped" | "delivered" | "cancelled" | "returned";
            /** @enum {string} */
            language: "nl" | "fr" | "en" | "de";
            /** @enum {string} */
            priority: "normal" | "urgent";
            lines: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                productId: string;
                name: {
                    nl: string;
                    fr?: string;
                    en?: string;
                    de?: string;
                };
                quantity: number;
                unitCents: number;
                /** @enum {number} */
                vatRate: 0 | 600 | 1200 | 2100;
                discountKey: string | null;
                discountCents: number;
            }[];
            delivery: {
                street: string;
                houseNumber: string;
                box: string | null;
                postcode: string;
                town: string;
                country: string;
            } | null;
            slotId: string | null;
            note: string;
            terms: {
                /** Format: uuid */
                termsId: string;
                /** Format: date-time */
                at: string;
            }[];
            deliveryCents: number;
            totalCents: number;
            toldFor: string | null;
            promisedFor: string | null;
            placedAt: string | null;
            history: {
                /** @enum {string} */
                state: "draft" | "provisional" | "placed" | "confirmed" | "packed" | "shipped" | "delivered" | "cancelled" | "returned";
                /** Format: date-time */
                at: string;
                by: string | null;
                less?: {
                    name: {
                        nl: string;
                        fr?: string;
                        en?: string;
                        de?: string;
                    };
                    from: number;
                    to: number;
                }[];
                redirected?: {
                    address?: {
                        from: {
                            street: string;
                            houseNumber: string;
                            box: string | null;
                            postcode: string;
                            town: string;
                            country: string;
                        } | null;
                        to: {
                            street: string;
                            houseNumber: string;
                            box: string | null;
                            postcode: string;
                            town: string;
                            country: string;
                        };
                    };
                    priority?: {
                        /** @enum {string} */
                        from: "normal" | "urgent";
                        /** @enum {string} */
                        to: "normal" | "urgent";
                    };
                    arrival?: {
                        from: {
                            day: string | null;
                            hours: {
                                from: string;
                                until: string;
                            } | null;
                        };
                        to: {
                            day: string | null;
                            hours: {
                                from: string;
                                until: string;
                            } | null;
                        };
                    };
                };
            }[];
            reason: string;
        };
        OrderProblem: {
            /** @enum {string} */
            code: "order-empty" | "address-missing" | "address-unknown" | "product-withdrawn" | "price-changed" | "stock-gone" | "capacity-full" | "terms-unheard";
            about: string | null;
            now: number | null;
        };
        Outcome: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            code: string;
            label: {
                nl: string;
                fr?: string;
                en?: string;
                de?: string;
            };
            requiresSentence: boolean;
            sentences: {
                /** @enum {string} */
                language: "nl" | "fr" | "en" | "de";
                purpose: string | null;
                text: string;
            }[] | null;
            order: number;
        };
        PersonalData: {
            /** Format: uuid */
            customerId: string;
            /** Format: date-time */
            exportedAt: string;
            rows: {
                [key: string]: {
                    [key: string]: unknown;
                }[];
            };
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            code: string;
            errors?: {
                path: string;
                message: string;
                code?: string;
                about?: string;
            }[];
            survivor?: {
                /** Format: uuid */
                id: string;
                customerNumber: string | null;
            };
        };
        Procedure: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            key: string;
            queueId: string | null;
            /** @enum {string} */
            kind: "question" | "complaint" | "claim";
            topic: {
                nl: string;
                fr?: string;
                en?: string;
                de?: string;
            };
            /** @enum {string} */
            priority: "low" | "normal" | "high";
            /** @enum {string} */
            owner: "operator" | "team-lead" | "queue";
            department: {
                nl: string;
                fr?: string;
                en?: string;
                de?: string;
            };
            due: {
                amount: number;
                /** @enum {string} */
                unit: "hours" | "days";
            };
            hours: {
                timeZone: string;
                windows: {
                    day: number;
                    from: string;
                    until: string;
                }[];
                closedDays: string[];
            };
            steps: {
                key: string;
                title: {
                    nl: string;
                    fr?: string;
                    en?: string;
                    de?: string;
                };
                hint: {
                    nl: string;
                    fr?: string;
                    en?: string;
                    de?: string;
                } | null;
            }[];
            fields: {
                key: string;
                label: {
                    nl: string;
                    fr?: string;
                    en?: string;
                    de?: string;
                };
                /** @enum {string} */
                type: "text" | "longtext" | "date" | "amount" | "choice" | "yes";
                required: boolean;
                options: string[];
            }[];
            active: boolean;
        };
        Product: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            sku: string;
            name: {
                nl: string;
                fr?: string;
                en?: string;
                de?: string;
            };
            category: {
                nl: string;
                fr?: string;
                en?: string;
                de?: string;
            };
            summary: {
                nl: string;
                fr?: string;
                en?: string;
                de?: string;
            };
            features: {
                label: {
                    nl: string;
                    fr?: string;
                    en?: string;
                    de?: string;
                };
                value: {
                    nl: string;
                    fr?: string;
                    en?: string;
                    de?: string;
                };
            }[];
            priceCents: number;
            /** @enum {number} */
            vatRate: 0 | 600 | 1200 | 2100;
            discounts: {
                key: string;
                label: {
                    nl: string;
                    fr?: string;
                    en?: string;
                    de?: string;
                };
                /** @enum {string} */
                kind: "percent" | "amount";
                value: number;
                /** Format: date */
                from: string;
                /** Format: date */
                until: string;
                minQuantity: number;
                /** @enum {string} */
                audience: "everybody" | "regular" | "loyal";
            }[];
            termsKeys: string[];
            languages: ("nl" | "fr" | "en" | "de")[];
            active: boolean;
            stocked: boolean;
            leadDays: number;
        };
        Promise: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            customerId: string;
            caseId: string | null;
            text: string;
            /** @enum {string} */
            priority: "low" | "normal" | "high";
            /** @enum {string} */
            state: "open" | "kept" | "cancelled";
            /** Format: date-time */
            dueAt: string;
            ownerId: string | null;
            queueId: string | null;
            /** Format: date-time */
            madeAt: string;
            madeBy: string | null;
            interactionId: string | null;
            doneAt: string | null;
        };
        Provisioning: {
            sip: {
                servers: {
                    /** Format: uri */
                    url: string;
                    fingerprint?: string;
                }[];
                uri: string;
                authorizationUser: string;
                password: string;
                displayName: string;
                registerExpires: number;
                sessionExpires: number;
                /**
                 * @default rfc4733
                 * @enum {string}
                 */
                dtmf: "rfc4733" | "info";
                /**
                 * @default [
                 *       "opus",
                 *       "G722",
                 *       "PCMA",
                 *       "PCMU"
                 *     ]
                 */
                codecs: ("opus" | "G722" | "PCMA" | "PCMU")[];
            };
            ice: {
                servers: {
                    urls: string[];
                    username?: string;
                    credential?: string;
                }[];
                relayOnly: boolean;
                gatheringCapMs: number;
            };
            queueHeader: string;
            country: string;
            policy: {
                /**
                 * @default [
                 *       "112",
                 *       "100",
                 *       "101"
                 *     ]
                 */
                emergencyNumbers: string[];
                /** @default [] */
                digitSequences: {
                    label: string;
                    digits: string;
                }[];
                /** @default null */
                voicemail: string | null;
                /** @default off */
                pickUp: "off" | "replaces" | {
                    featureCode: string;
                };
                /** @default true */
                canForward: boolean;
                /**
                 * @default never
                 * @enum {string}
                 */
                recording: "never" | "on-demand" | "always";
                /** @default 30 */
                recordingDays: number;
                /** @default 4 */
                maxCalls: number;
                /** @default null */
                noteHeader: string | null;
                autoAnswer: {
                    /** @default [] */
                    headers: ("Call-Info" | "Alert-Info")[];
                    /** @default 2 */
                    queueSeconds: number;
                    /** @default false */
                    whileNotReady: boolean;
                };
                presence: {
                    /** @default true */
                    watch: boolean;
                    /** @default false */
                    publish: boolean;
                };
            };
            office: {
                /**
                 * @default [
                 *       "history",
                 *       "directory",
                 *       "figures"
                 *     ]
                 */
                exports: ("history" | "directory" | "team" | "customers" | "timeline" | "orders" | "figures" | "queueFigures" | "products" | "reservations" | "due" | "cases" | "identityChecks" | "unsent")[];
                /** @default  */
                organisation: string;
                /** @default [] */
                abbreviations: {
                    short: string;
                    text: string;
                }[];
            };
            localData: {
                /** @default 90 */
                keyDays: number;
                /** @default null */
                keysMadeSince: string | null;
                /** @default null */
                lockMinutes: number | null;
            };
        };
        Question: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            interactionId: string;
            customerId: string | null;
            text: string;
            /** Format: date-time */
            at: string;
            agentId: string | null;
            /** @enum {string} */
            state: "open" | "answered" | "assigned" | "dropped";
            answer: string;
            caseId: string | null;
        };
        Queue: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            key: string;
            name: string;
            organisation: string;
            numbers: string[];
            /** @enum {string} */
            language: "nl" | "fr" | "en" | "de";
            /** @enum {string} */
            register: "formal" | "informal";
            scriptId: string | null;
            outcomeIds: string[];
            pickUpTargetSeconds: number;
            durationTargetSeconds: number;
            autoAnswer: boolean;
            /** @enum {string} */
            recording: "never" | "on-demand" | "always";
            identity: {
                checks: ("name" | "birthDate" | "postcode" | "address" | "phoneEnding" | "email" | "customerNumber" | "vatNumber")[];
                needed: {
                    personal: number;
                    financial: number;
                    health: number;
                };
                tries: number;
                carryMinutes: number;
                /** @enum {string} */
                betweenCalls: "open" | "masked";
            } | null;
            agreement: {
                pickUpPercent: number | null;
                wrapUpSeconds: number | null;
                adherencePercent: number | null;
                firstContactPercent: number | null;
                returnDays: number;
            } | null;
            afterCall: {
                outcome: string | null;
                fields: {
                    key: string;
                    label: string;
                    /** @enum {string} */
                    type: "text" | "longtext" | "choice" | "number" | "amount" | "date" | "phone" | "email" | "postcode" | "iban" | "vat" | "national-number" | "payment";
                    required?: boolean;
                    options?: string[];
                    ask?: string;
                    rephrase?: string;
                    /** @enum {string} */
                    bind?: "customer.givenName" | "customer.familyName" | "customer.organisationName" | "customer.vatNumber" | "customer.birthDate" | "contact.phone" | "contact.mobile" | "contact.email" | "address.street" | "address.houseNumber" | "address.box" | "address.postcode" | "address.town";
                    sensitive?: boolean;
                }[];
            }[] | null;
            objectionBudget: number | null;
        };
        Reservation: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            number: string | null;
            /** Format: uuid */
            customerId: string;
            interactionId: string | null;
            agentId: string | null;
            /** Format: uuid */
            slotId: string;
            seats: number;
            /** @enum {string} */
            state: "provisional" | "confirmed" | "cancelled";
            note: string;
            /** Format: date-time */
            at: string;
        };
        Script: {
            $schema?: string;
            key: string;
            version: number;
            /** @enum {string} */
            language: "nl" | "fr" | "en" | "de";
            title: string;
            start: string;
            objectionBudget: number;
            audiences?: {
                /** @enum {string} */
                language: "nl" | "fr" | "en" | "de";
                /** @enum {string} */
                register: "formal" | "informal";
            }[];
            /** @enum {string} */
            register?: "formal" | "informal";
            purposes?: {
                key: string;
                label: string;
                outcomes?: string[];
            }[];
            recordingConsent?: string;
            silenceSeconds?: number;
            steps: {
                key: string;
                /** @enum {string} */
                kind?: "say" | "ask" | "choose" | "collect" | "look-up" | "inform" | "objection" | "order" | "case" | "promise" | "transfer" | "close";
                title: string;
                say: string;
                variants?: {
                    /** @enum {string} */
                    language?: "nl" | "fr" | "en" | "de";
                    /** @enum {string} */
                    register?: "formal" | "informal";
                    /** @enum {string} */
                    profile?: "new" | "regular" | "loyal";
                    say: string;
                }[];
                bridge?: string;
                hint?: string;
                sources?: string[];
                terms?: {
                    key: string;
                    version: number;
                    title: string;
                    text: string;
                    mandatory?: boolean;
                }[];
                fields?: {
                    key: string;
                    label: string;
                    /** @enum {string} */
                    type: "text" | "longtext" | "choice" | "number" | "amount" | "date" | "phone" | "email" | "postcode" | "iban" | "vat" | "national-number" | "payment";
                    required?: boolean;
                    options?: string[];
                    ask?: string;
                    rephrase?: string;
                    /** @enum {string} */
                    bind?: "customer.givenName" | "customer.familyName" | "customer.organisationName" | "customer.vatNumber" | "customer.birthDate" | "contact.phone" | "contact.mobile" | "contact.email" | "address.street" | "address.houseNumber" | "address.box" | "address.postcode" | "address.town";
                    sensitive?: boolean;
                }[];
                answers: {
                    key: string;
                    label: string;
                    to: string | null;
                    set?: {
                        [key: string]: string;
                    };
                    purpose?: string;
                    objection?: boolean;
                    withoutTerms?: boolean;
                    when?: {
                        captured?: {
                            [key: string]: string | null;
                        };
                        customerKnown?: boolean;
                        customer?: {
                            /** @enum {string} */
                            kind?: "person" | "organisation";
                            segment?: ("new" | "regular" | "loyal")[];
                            language?: ("nl" | "fr" | "en" | "de")[];
                        };
                        queue?: string[];
                        language?: ("nl" | "fr" | "en" | "de")[];
                        time?: {
                            from: string;
                            to: string;
                            days?: number[];
                        };
                        any?: {
                            captured?: {
                                [key: string]: string | null;
                            };
                            customerKnown?: boolean;
                            customer?: {
                                /** @enum {string} */
                                kind?: "person" | "organisation";
                                segment?: ("new" | "regular" | "loyal")[];
                                language?: ("nl" | "fr" | "en" | "de")[];
                            };
                            queue?: string[];
                            language?: ("nl" | "fr" | "en" | "de")[];
                            time?: {
                                from: string;
                                to: string;
                                days?: number[];
                            };
                        }[];
                        not?: {
                            captured?: {
                                [key: string]: string | null;
                            };
                            customerKnown?: boolean;
                            customer?: {
                                /** @enum {string} */
                                kind?: "person" | "organisation";
                                segment?: ("new" | "regular" | "loyal")[];
                                language?: ("nl" | "fr" | "en" | "de")[];
                            };
                            queue?: string[];
                            language?: ("nl" | "fr" | "en" | "de")[];
                            time?: {
                                from: string;
                                to: string;
                                days?: number[];
                            };
                        };
                    };
                }[];
                mandatory?: boolean;
            }[];
        };
        ScriptRow: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            key: string;
            /** @enum {string} */
            language: "nl" | "fr" | "en" | "de";
            definition: components["schemas"]["Script"];
        };
        ScriptRun: {
            scriptKey: string;
            scriptVersion: number;
            start: string;
            objectionBudget?: number;
            events: ({
                /** @constant */
                type: "answered";
                /** Format: date-time */
                at: string;
                step: string;
                answer: string;
                to: string | null;
                objection: boolean;
                purpose: string | null;
                set?: {
                    [key: string]: string;
                };
            } | {
                /** @constant */
                type: "skipped";
                /** Format: date-time */
                at: string;
                step: string;
                to: string | null;
                reason: string | null;
            } | {
                /** @constant */
                type: "jumped";
                /** Format: date-time */
                at: string;
                step: string | null;
                to: string;
                reason: string;
                objection?: boolean;
            } | {
                /** @constant */
                type: "went-back";
                /** Format: date-time */
                at: string;
            } | {
                /** @constant */
                type: "audience";
                /** Format: date-time */
                at: string;
                language: ("nl" | "fr" | "en" | "de") | null;
                register: ("formal" | "informal") | null;
            } | {
                /** @constant */
                type: "term";
                /** Format: date-time */
                at: string;
                term: string;
                version: number;
                agreed: boolean;
            })[];
        };
        Session: {
            accessToken: string;
            expiresIn: number;
            refreshToken: string;
            agent: components["schemas"]["Agent"];
            /**
             * @default operator
             * @enum {string}
             */
            role: "operator" | "team-lead" | "administrator";
        };
        SnapshotLine: {
            /** @constant */
            type: "begin";
            cursor: string;
            counts: {
                [key: string]: number;
            };
            schemaVersion: number;
            /** @default [] */
            erased: string[];
        } | {
            /** @constant */
            type: "row";
            /** @enum {string} */
            entity: "customer" | "contactPoint" | "address" | "queue" | "outcome" | "script" | "agent" | "directoryEntry" | "interaction" | "callLeg" | "handOver" | "consent" | "note" | "case" | "promise" | "correction" | "merge" | "dataExport" | "product" | "stock" | "salesTerms" | "salesPolicy" | "capacitySlot" | "order" | "stockHold" | "reservation" | "identityCheck" | "conversationQuality" | "article" | "articleFeedback" | "procedure" | "caseStep" | "question" | "numberRange" | "offer" | "offerAnswer" | "letterTemplate";
            row: {
                [key: string]: unknown;
            };
        } | {
            /** @constant */
            type: "mark";
            after: string;
        } | {
            /** @constant */
            type: "end";
            rows: number;
        };
        Stock: {
            /** Format: uuid */
            id: string;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            productId: string;
            onHand: number;
            allocated: number;
            held: number;
            /** Format: date-time */
            countedAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        schemaVersion: number;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scriptSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JSON Schema */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": unknown;
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrol: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnrolInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        password: boolean;
                        oidc: {
                            /** Format: uri */
                            issuer: string;
                            clientId: string;
                            scope: string;
                        } | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    challenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    deviceId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nonce: string;
                        expiresIn: number;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInWithProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    idToken: string;
                    device: components["schemas"]["DeviceInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    provisioning: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provisioning"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lastSeen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        at: string | null;
                    };
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentStateReportInput"];
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changes: {
        parameters: {
            query: {
                cursor: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "entity": "customer",
                     *           "id": "019aa1b2-0000-7000-8000-000000000001",
                     *           "version": 1,
                     *           "row": {
                     *             "id": "019aa1b2-0000-7000-8000-000000000001",
                     *             "version": 1,
                     *             "updatedAt": "2026-11-26T09:12:30.000Z",
                     *             "kind": "person",
                     *             "customerNumber": "BE-204518",
                     *             "salutation": "mrs",
                     *             "givenName": "An",
                     *             "familyName": "Peeters",
                     *             "organisationName": null,
                     *             "vatNumber": null,
                     *             "birthDate": "1980-02-03",
                     *             "language": "nl",
                     *             "segment": "regular",
                     *             "archived": false
                     *           }
                     *         }
                     *       ],
                     *       "cursor": "0f3c9a1b2c3d4e5f-1042",
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The cursor is unknown: take a snapshot again */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mutate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mutations": [
                 *         {
                 *           "id": "019aa1b2-0000-7000-8000-000000000009",
                 *           "entity": "note",
                 *           "entityId": "019aa1b2-0000-7000-8000-00000000000a",
                 *           "baseVersion": null,
                 *           "patch": {
                 *             "customerId": "019aa1b2-0000-7000-8000-000000000001",
                 *             "text": "Belt liever na zes uur.",
                 *             "pinned": false,
                 *             "at": "2026-11-26T09:12:30.000Z",
                 *             "agentId": null,
                 *             "interactionId": null
                 *           },
                 *           "at": "2026-11-26T09:12:30.000Z"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MutationsInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "status": "applied",
                     *           "version": 1,
                     *           "row": {
                     *             "id": "019aa1b2-0000-7000-8000-000000000009",
                     *             "version": 1,
                     *             "updatedAt": "2026-11-26T09:12:30.000Z",
                     *             "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *             "text": "Belt liever na zes uur.",
                     *             "pinned": true,
                     *             "at": "2026-11-26T09:12:30.000Z",
                     *             "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *             "interactionId": null
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MutationResults"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snapshot: {
        parameters: {
            query?: {
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of the stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["SnapshotLine"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The cursor is unknown: take a snapshot again */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    events: {
        parameters: {
            query?: never;
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Until the access token expires; then open it again with a fresh one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "operator" | "team-lead" | "administrator";
                        queues: "all" | string[];
                        active: boolean;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role?: "operator" | "team-lead" | "administrator";
                    queues?: "all" | string[];
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "operator" | "team-lead" | "administrator";
                        queues: "all" | string[];
                        active: boolean;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAccessPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        customers: "all" | "queues";
                    };
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccessPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    customers: "all" | "queues";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        customers: "all" | "queues";
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEvents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                agentId?: string;
                customerId?: string;
                action?: "signed-in" | "sign-in-refused" | "signed-out" | "session-revoked" | "token-reused" | "snapshot-taken" | "read" | "listed" | "created" | "changed" | "removed" | "imported" | "access-changed" | "webhook-changed" | "script-saved" | "script-reviewed" | "script-scheduled" | "script-withdrawn" | "script-live" | "queue-script-set" | "queue-script-planned" | "queue-script-withdrawn" | "queue-objections-set" | "letter-saved" | "letter-withdrawn";
                from?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            agentId: string | null;
                            deviceId: string | null;
                            /** @enum {string} */
                            action: "signed-in" | "sign-in-refused" | "signed-out" | "session-revoked" | "token-reused" | "snapshot-taken" | "read" | "listed" | "created" | "changed" | "removed" | "imported" | "access-changed" | "webhook-changed" | "script-saved" | "script-reviewed" | "script-scheduled" | "script-withdrawn" | "script-live" | "queue-script-set" | "queue-script-planned" | "queue-script-withdrawn" | "queue-objections-set" | "letter-saved" | "letter-withdrawn";
                            entity: ("customer" | "contactPoint" | "address" | "queue" | "outcome" | "script" | "agent" | "directoryEntry" | "interaction" | "callLeg" | "handOver" | "consent" | "note" | "case" | "promise" | "correction" | "merge" | "dataExport" | "product" | "stock" | "salesTerms" | "salesPolicy" | "capacitySlot" | "order" | "stockHold" | "reservation" | "identityCheck" | "conversationQuality" | "article" | "articleFeedback" | "procedure" | "caseStep" | "question" | "numberRange" | "offer" | "offerAnswer" | "letterTemplate") | null;
                            entityId: string | null;
                            customerId: string | null;
                            details: {
                                [key: string]: unknown;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConversationQuality: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                interactionId?: string;
                queueId?: string;
                agentId?: string;
                direction?: "inbound" | "outbound";
                purpose?: string;
                startedAtFrom?: string;
                startedAtUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConversationQuality"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQualityFigures: {
        parameters: {
            query: {
                queueId?: string;
                agentId?: string;
                from: string;
                until: string;
                bucket?: "day" | "week";
                timeZone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        targets: {
                            pickUpPercent: number | null;
                            wrapUpSeconds: number | null;
                            adherencePercent: number | null;
                            firstContactPercent: number | null;
                            returnDays: number;
                            pickUpSeconds: number;
                            durationSeconds: number;
                        } | null;
                        figures: {
                            conversations: number;
                            pickUp: {
                                value: number | null;
                                count: number;
                                within: number | null;
                            };
                            duration: {
                                value: number | null;
                                count: number;
                                within: number | null;
                            };
                            hold: {
                                value: number | null;
                                count: number;
                                within: number | null;
                            };
                            wrapUp: {
                                value: number | null;
                                count: number;
                                within: number | null;
                            };
                            silence: {
                                value: number | null;
                                count: number;
                                within: number | null;
                            };
                            overlap: {
                                value: number | null;
                                count: number;
                                within: number | null;
                            };
                            adherence: {
                                value: number | null;
                                count: number;
                                within: number | null;
                            };
                            completeness: {
                                value: number | null;
                                count: number;
                                within: number | null;
                            };
                            firstContact: {
                                value: number | null;
                                count: number;
                                within: number | null;
                            };
                        };
                        periods: {
                            /** Format: date */
                            day: string;
                            figures: {
                                conversations: number;
                                pickUp: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                duration: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                hold: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                wrapUp: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                silence: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                overlap: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                adherence: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                completeness: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                firstContact: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                            };
                        }[];
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQualityOverview: {
        parameters: {
            query: {
                from: string;
                until: string;
                bucket?: "day" | "week";
                timeZone?: string;
                team?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queues: {
                            targets: {
                                pickUpPercent: number | null;
                                wrapUpSeconds: number | null;
                                adherencePercent: number | null;
                                firstContactPercent: number | null;
                                returnDays: number;
                                pickUpSeconds: number;
                                durationSeconds: number;
                            } | null;
                            figures: {
                                conversations: number;
                                pickUp: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                duration: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                hold: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                wrapUp: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                silence: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                overlap: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                adherence: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                completeness: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                                firstContact: {
                                    value: number | null;
                                    count: number;
                                    within: number | null;
                                };
                            };
                            periods: {
                                /** Format: date */
                                day: string;
                                figures: {
                                    conversations: number;
                                    pickUp: {
                                        value: number | null;
                                        count: number;
                                        within: number | null;
                                    };
                                    duration: {
                                        value: number | null;
                                        count: number;
                                        within: number | null;
                                    };
                                    hold: {
                                        value: number | null;
                                        count: number;
                                        within: number | null;
                                    };
                                    wrapUp: {
                                        value: number | null;
                                        count: number;
                                        within: number | null;
                                    };
                                    silence: {
                                        value: number | null;
                                        count: number;
                                        within: number | null;
                                    };
                                    overlap: {
                                        value: number | null;
                                        count: number;
                                        within: number | null;
                                    };
                                    adherence: {
                                        value: number | null;
                                        count: number;
                                        within: number | null;
                                    };
                                    completeness: {
                                        value: number | null;
                                        count: number;
                                        within: number | null;
                                    };
                                    firstContact: {
                                        value: number | null;
                                        count: number;
                                        within: number | null;
                                    };
                                };
                            }[];
                            queueId: string | null;
                            name: string | null;
                        }[];
                        teams: string[];
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevices: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                agentId?: string | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            platform: "linux" | "darwin" | "win32";
                            /** Format: uuid */
                            agentId: string;
                            /** Format: date-time */
                            signedInAt: string;
                            /** Format: date-time */
                            seenAt: string;
                            current: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerNumber?: string;
                kind?: "person" | "organisation";
                segment?: "new" | "regular" | "loyal";
                language?: "nl" | "fr" | "en" | "de";
                vatNumber?: string;
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000001",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "kind": "person",
                     *           "customerNumber": "BE-204518",
                     *           "salutation": "mrs",
                     *           "givenName": "An",
                     *           "familyName": "Peeters",
                     *           "organisationName": null,
                     *           "vatNumber": null,
                     *           "birthDate": "1980-02-03",
                     *           "language": "nl",
                     *           "segment": "regular",
                     *           "archived": false
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Customer"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000001",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "kind": "person",
                     *       "customerNumber": "BE-204518",
                     *       "salutation": "mrs",
                     *       "givenName": "An",
                     *       "familyName": "Peeters",
                     *       "organisationName": null,
                     *       "vatNumber": null,
                     *       "birthDate": "1980-02-03",
                     *       "language": "nl",
                     *       "segment": "regular",
                     *       "archived": false
                     *     }
                     */
                    "application/json": components["schemas"]["Customer"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContactPoints: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                kind?: "phone" | "mobile" | "email";
                value?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "kind": "mobile",
                     *           "value": "+32470123456",
                     *           "preferred": true
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ContactPoint"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContactPoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "kind": "mobile",
                     *       "value": "+32470123456",
                     *       "preferred": true
                     *     }
                     */
                    "application/json": components["schemas"]["ContactPoint"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAddresses: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                kind?: "home" | "delivery" | "billing";
                postcode?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "kind": "home",
                     *           "street": "Kerkstraat",
                     *           "houseNumber": "12",
                     *           "box": null,
                     *           "postcode": "9000",
                     *           "town": "Gent",
                     *           "country": "BE"
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Address"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "kind": "home",
                     *       "street": "Kerkstraat",
                     *       "houseNumber": "12",
                     *       "box": null,
                     *       "postcode": "9000",
                     *       "town": "Gent",
                     *       "country": "BE"
                     *     }
                     */
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInteractions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                agentId?: string;
                queueId?: string;
                state?: "open" | "wrap-up" | "closed";
                direction?: "inbound" | "outbound";
                outcomeId?: string;
                number?: string;
                startedAtFrom?: string;
                startedAtUntil?: string;
                closedAtFrom?: string;
                closedAtUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000004",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "channel": "voice",
                     *           "direction": "inbound",
                     *           "state": "closed",
                     *           "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "queueId": "019aa1b2-0000-7000-8000-000000000003",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "number": "+32470123456",
                     *           "startedAt": "2026-11-26T09:12:30.000Z",
                     *           "answeredAt": "2026-11-26T09:12:30.000Z",
                     *           "endedAt": "2026-11-26T09:12:30.000Z",
                     *           "closedAt": "2026-11-26T09:12:30.000Z",
                     *           "outcomeId": "019aa1b2-0000-7000-8000-000000000005",
                     *           "sentence": "Levering verplaatst naar vrijdag.",
                     *           "note": "Buur op 46 neemt aan.",
                     *           "scriptRun": null,
                     *           "captured": {
                     *             "deliveryDay": "2026-11-27"
                     *           },
                     *           "interrupted": false
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Interaction"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInteraction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000004",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "channel": "voice",
                     *       "direction": "inbound",
                     *       "state": "closed",
                     *       "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "queueId": "019aa1b2-0000-7000-8000-000000000003",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "number": "+32470123456",
                     *       "startedAt": "2026-11-26T09:12:30.000Z",
                     *       "answeredAt": "2026-11-26T09:12:30.000Z",
                     *       "endedAt": "2026-11-26T09:12:30.000Z",
                     *       "closedAt": "2026-11-26T09:12:30.000Z",
                     *       "outcomeId": "019aa1b2-0000-7000-8000-000000000005",
                     *       "sentence": "Levering verplaatst naar vrijdag.",
                     *       "note": "Buur op 46 neemt aan.",
                     *       "scriptRun": null,
                     *       "captured": {
                     *         "deliveryDay": "2026-11-27"
                     *       },
                     *       "interrupted": false
                     *     }
                     */
                    "application/json": components["schemas"]["Interaction"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCallLegs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                interactionId?: string;
                callId?: string;
                startedAtFrom?: string;
                startedAtUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *           "callId": "019aa1b2-0000-7000-8000-000000000009",
                     *           "direction": "inbound",
                     *           "startedAt": "2026-11-26T09:12:30.000Z",
                     *           "answeredAt": "2026-11-26T09:12:30.000Z",
                     *           "endedAt": "2026-11-26T09:12:30.000Z",
                     *           "cause": "hung-up",
                     *           "endedBy": "remote",
                     *           "transferredTo": null,
                     *           "quality": null,
                     *           "recording": null
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CallLeg"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCallLeg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *       "callId": "019aa1b2-0000-7000-8000-000000000009",
                     *       "direction": "inbound",
                     *       "startedAt": "2026-11-26T09:12:30.000Z",
                     *       "answeredAt": "2026-11-26T09:12:30.000Z",
                     *       "endedAt": "2026-11-26T09:12:30.000Z",
                     *       "cause": "hung-up",
                     *       "endedBy": "remote",
                     *       "transferredTo": null,
                     *       "quality": null,
                     *       "recording": null
                     *     }
                     */
                    "application/json": components["schemas"]["CallLeg"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                agentId?: string;
                atFrom?: string;
                atUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "text": "Belt liever na zes uur.",
                     *           "pinned": true,
                     *           "at": "2026-11-26T09:12:30.000Z",
                     *           "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "interactionId": null
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Note"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "text": "Belt liever na zes uur.",
                     *       "pinned": true,
                     *       "at": "2026-11-26T09:12:30.000Z",
                     *       "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "interactionId": null
                     *     }
                     */
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConsents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                channel?: "phone" | "email" | "sms" | "post";
                purpose?: "any" | "marketing" | "service" | "survey";
                state?: "given" | "withdrawn";
                atFrom?: string;
                atUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "channel": "phone",
                     *           "purpose": "marketing",
                     *           "state": "withdrawn",
                     *           "at": "2026-11-26T09:12:30.000Z",
                     *           "source": "call",
                     *           "how": "Wil niet meer gebeld worden.",
                     *           "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004"
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Consent"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "channel": "phone",
                     *       "purpose": "marketing",
                     *       "state": "withdrawn",
                     *       "at": "2026-11-26T09:12:30.000Z",
                     *       "source": "call",
                     *       "how": "Wil niet meer gebeld worden.",
                     *       "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004"
                     *     }
                     */
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIdentityChecks: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                agentId?: string;
                customerId?: string;
                interactionId?: string;
                kind?: "passed" | "wrong" | "carried" | "gave-up" | "registered";
                atFrom?: string;
                atUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "queueId": "019aa1b2-0000-7000-8000-000000000003",
                     *           "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "at": "2026-11-26T09:12:30.000Z",
                     *           "kind": "passed",
                     *           "check": "postcode",
                     *           "way": null,
                     *           "carried": null,
                     *           "opened": [
                     *             "personal"
                     *           ]
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["IdentityCheck"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentityCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "queueId": "019aa1b2-0000-7000-8000-000000000003",
                     *       "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "at": "2026-11-26T09:12:30.000Z",
                     *       "kind": "passed",
                     *       "check": "postcode",
                     *       "way": null,
                     *       "carried": null,
                     *       "opened": [
                     *         "personal"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["IdentityCheck"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCases: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                caseNumber?: string;
                state?: "open" | "waiting" | "solved" | "closed";
                kind?: "question" | "complaint" | "claim";
                queueId?: string;
                ownerId?: string;
                openedAtFrom?: string;
                openedAtUntil?: string;
                dueAtFrom?: string;
                dueAtUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "kind": "complaint",
                     *           "caseNumber": "Z-100204",
                     *           "state": "open",
                     *           "subject": "Fles gebroken",
                     *           "description": "Een van de zes flessen is gebroken aangekomen.",
                     *           "priority": "normal",
                     *           "ownerId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "queueId": "019aa1b2-0000-7000-8000-000000000003",
                     *           "openedAt": "2026-11-26T09:12:30.000Z",
                     *           "openedBy": "019aa1b2-0000-7000-8000-000000000002",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *           "dueAt": "2026-11-28T16:00:00.000Z",
                     *           "closedAt": null,
                     *           "result": "",
                     *           "procedureId": null,
                     *           "collected": {},
                     *           "readBackAt": null
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Case"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "kind": "complaint",
                     *       "caseNumber": "Z-100204",
                     *       "state": "open",
                     *       "subject": "Fles gebroken",
                     *       "description": "Een van de zes flessen is gebroken aangekomen.",
                     *       "priority": "normal",
                     *       "ownerId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "queueId": "019aa1b2-0000-7000-8000-000000000003",
                     *       "openedAt": "2026-11-26T09:12:30.000Z",
                     *       "openedBy": "019aa1b2-0000-7000-8000-000000000002",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *       "dueAt": "2026-11-28T16:00:00.000Z",
                     *       "closedAt": null,
                     *       "result": "",
                     *       "procedureId": null,
                     *       "collected": {},
                     *       "readBackAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Case"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPromises: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                caseId?: string;
                state?: "open" | "kept" | "cancelled";
                queueId?: string;
                ownerId?: string;
                dueAtFrom?: string;
                dueAtUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "caseId": null,
                     *           "text": "Terugbellen over de levering.",
                     *           "priority": "normal",
                     *           "state": "open",
                     *           "dueAt": "2026-11-27T15:00:00.000Z",
                     *           "ownerId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "queueId": null,
                     *           "madeAt": "2026-11-26T09:12:30.000Z",
                     *           "madeBy": "019aa1b2-0000-7000-8000-000000000002",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *           "doneAt": null
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Promise"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPromise: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "caseId": null,
                     *       "text": "Terugbellen over de levering.",
                     *       "priority": "normal",
                     *       "state": "open",
                     *       "dueAt": "2026-11-27T15:00:00.000Z",
                     *       "ownerId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "queueId": null,
                     *       "madeAt": "2026-11-26T09:12:30.000Z",
                     *       "madeBy": "019aa1b2-0000-7000-8000-000000000002",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *       "doneAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Promise"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProcedures: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                key?: string;
                queueId?: string;
                kind?: "question" | "complaint" | "claim";
                active?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "key": "gebroken-fles",
                     *           "queueId": null,
                     *           "kind": "claim",
                     *           "topic": {
                     *             "nl": "Gebroken fles"
                     *           },
                     *           "priority": "high",
                     *           "owner": "operator",
                     *           "department": {
                     *             "nl": "de dienst Retouren"
                     *           },
                     *           "due": {
                     *             "amount": 2,
                     *             "unit": "days"
                     *           },
                     *           "hours": {
                     *             "timeZone": "Europe/Brussels",
                     *             "windows": [
                     *               {
                     *                 "day": 1,
                     *                 "from": "09:00",
                     *                 "until": "17:00"
                     *               }
                     *             ],
                     *             "closedDays": [
                     *               "2026-12-24"
                     *             ]
                     *           },
                     *           "steps": [
                     *             {
                     *               "key": "fotoVragen",
                     *               "title": {
                     *                 "nl": "Foto vragen"
                     *               },
                     *               "hint": {
                     *                 "nl": "Per e-mail."
                     *               }
                     *             }
                     *           ],
                     *           "fields": [
                     *             {
                     *               "key": "wat",
                     *               "label": {
                     *                 "nl": "Wat is er gebroken?"
                     *               },
                     *               "type": "text",
                     *               "required": true,
                     *               "options": []
                     *             }
                     *           ],
                     *           "active": true
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Procedure"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProcedure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "key": "gebroken-fles",
                     *       "queueId": null,
                     *       "kind": "claim",
                     *       "topic": {
                     *         "nl": "Gebroken fles"
                     *       },
                     *       "priority": "high",
                     *       "owner": "operator",
                     *       "department": {
                     *         "nl": "de dienst Retouren"
                     *       },
                     *       "due": {
                     *         "amount": 2,
                     *         "unit": "days"
                     *       },
                     *       "hours": {
                     *         "timeZone": "Europe/Brussels",
                     *         "windows": [
                     *           {
                     *             "day": 1,
                     *             "from": "09:00",
                     *             "until": "17:00"
                     *           }
                     *         ],
                     *         "closedDays": [
                     *           "2026-12-24"
                     *         ]
                     *       },
                     *       "steps": [
                     *         {
                     *           "key": "fotoVragen",
                     *           "title": {
                     *             "nl": "Foto vragen"
                     *           },
                     *           "hint": {
                     *             "nl": "Per e-mail."
                     *           }
                     *         }
                     *       ],
                     *       "fields": [
                     *         {
                     *           "key": "wat",
                     *           "label": {
                     *             "nl": "Wat is er gebroken?"
                     *           },
                     *           "type": "text",
                     *           "required": true,
                     *           "options": []
                     *         }
                     *       ],
                     *       "active": true
                     *     }
                     */
                    "application/json": components["schemas"]["Procedure"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQuestions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                interactionId?: string;
                agentId?: string;
                state?: "open" | "answered" | "assigned" | "dropped";
                caseId?: string;
                atFrom?: string;
                atUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "text": "Wanneer komt de kredietnota?",
                     *           "at": "2026-11-26T09:12:30.000Z",
                     *           "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "state": "answered",
                     *           "answer": "Deze week.",
                     *           "caseId": null
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Question"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQuestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "text": "Wanneer komt de kredietnota?",
                     *       "at": "2026-11-26T09:12:30.000Z",
                     *       "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "state": "answered",
                     *       "answer": "Deze week.",
                     *       "caseId": null
                     *     }
                     */
                    "application/json": components["schemas"]["Question"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOffers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                key?: string;
                sku?: string;
                active?: "true" | "false";
                validFromFrom?: string;
                validFromUntil?: string;
                validUntilFrom?: string;
                validUntilUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "key": "kaasplank",
                     *           "sku": "KAA-04",
                     *           "priority": 20,
                     *           "validFrom": "2026-11-01",
                     *           "validUntil": "2026-12-31",
                     *           "condition": {
                     *             "customer": {
                     *               "segment": [
                     *                 "loyal"
                     *               ]
                     *             }
                     *           },
                     *           "purposes": [
                     *             "bestelling"
                     *           ],
                     *           "boughtAny": [
                     *             "LOI-06"
                     *           ],
                     *           "boughtNone": [
                     *             "KAA-04"
                     *           ],
                     *           "say": [
                     *             {
                     *               "language": "nl",
                     *               "register": null,
                     *               "text": "Mag ik onze kaasplank meeleveren?"
                     *             }
                     *           ],
                     *           "reason": {
                     *             "nl": "Bestelt wijn en nam nog nooit kaas."
                     *           },
                     *           "active": true
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Offer"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOffer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "key": "kaasplank",
                     *       "sku": "KAA-04",
                     *       "priority": 20,
                     *       "validFrom": "2026-11-01",
                     *       "validUntil": "2026-12-31",
                     *       "condition": {
                     *         "customer": {
                     *           "segment": [
                     *             "loyal"
                     *           ]
                     *         }
                     *       },
                     *       "purposes": [
                     *         "bestelling"
                     *       ],
                     *       "boughtAny": [
                     *         "LOI-06"
                     *       ],
                     *       "boughtNone": [
                     *         "KAA-04"
                     *       ],
                     *       "say": [
                     *         {
                     *           "language": "nl",
                     *           "register": null,
                     *           "text": "Mag ik onze kaasplank meeleveren?"
                     *         }
                     *       ],
                     *       "reason": {
                     *         "nl": "Bestelt wijn en nam nog nooit kaas."
                     *       },
                     *       "active": true
                     *     }
                     */
                    "application/json": components["schemas"]["Offer"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOfferAnswers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                offerId?: string;
                answer?: "yes" | "no";
                agentId?: string;
                atFrom?: string;
                atUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "offerId": "019aa1b2-0000-7000-8000-000000000009",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *           "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "at": "2026-11-26T09:12:30.000Z",
                     *           "answer": "no"
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["OfferAnswer"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOfferAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "offerId": "019aa1b2-0000-7000-8000-000000000009",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *       "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "at": "2026-11-26T09:12:30.000Z",
                     *       "answer": "no"
                     *     }
                     */
                    "application/json": components["schemas"]["OfferAnswer"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                number?: string;
                state?: "draft" | "provisional" | "placed" | "confirmed" | "packed" | "shipped" | "delivered" | "cancelled" | "returned";
                priority?: "normal" | "urgent";
                agentId?: string;
                placedAtFrom?: string;
                placedAtUntil?: string;
                promisedForFrom?: string;
                promisedForUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000007",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "number": "O-100204",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *           "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "state": "confirmed",
                     *           "language": "nl",
                     *           "priority": "normal",
                     *           "lines": [
                     *             {
                     *               "id": "019aa1b2-0000-7000-8000-000000000009",
                     *               "productId": "019aa1b2-0000-7000-8000-000000000006",
                     *               "name": {
                     *                 "nl": "Loire, zes flessen"
                     *               },
                     *               "quantity": 2,
                     *               "unitCents": 5990,
                     *               "vatRate": 2100,
                     *               "discountKey": null,
                     *               "discountCents": 0
                     *             }
                     *           ],
                     *           "delivery": {
                     *             "street": "Kerkstraat",
                     *             "houseNumber": "12",
                     *             "box": null,
                     *             "postcode": "9000",
                     *             "town": "Gent",
                     *             "country": "BE"
                     *           },
                     *           "slotId": null,
                     *           "note": "",
                     *           "terms": [],
                     *           "deliveryCents": 0,
                     *           "totalCents": 11980,
                     *           "toldFor": "2026-11-30",
                     *           "promisedFor": "2026-11-30",
                     *           "placedAt": "2026-11-26T09:12:30.000Z",
                     *           "history": [
                     *             {
                     *               "state": "confirmed",
                     *               "at": "2026-11-26T09:12:30.000Z",
                     *               "by": null
                     *             }
                     *           ],
                     *           "reason": ""
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Order"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000007",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "number": "O-100204",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *       "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "state": "confirmed",
                     *       "language": "nl",
                     *       "priority": "normal",
                     *       "lines": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "productId": "019aa1b2-0000-7000-8000-000000000006",
                     *           "name": {
                     *             "nl": "Loire, zes flessen"
                     *           },
                     *           "quantity": 2,
                     *           "unitCents": 5990,
                     *           "vatRate": 2100,
                     *           "discountKey": null,
                     *           "discountCents": 0
                     *         }
                     *       ],
                     *       "delivery": {
                     *         "street": "Kerkstraat",
                     *         "houseNumber": "12",
                     *         "box": null,
                     *         "postcode": "9000",
                     *         "town": "Gent",
                     *         "country": "BE"
                     *       },
                     *       "slotId": null,
                     *       "note": "",
                     *       "terms": [],
                     *       "deliveryCents": 0,
                     *       "totalCents": 11980,
                     *       "toldFor": "2026-11-30",
                     *       "promisedFor": "2026-11-30",
                     *       "placedAt": "2026-11-26T09:12:30.000Z",
                     *       "history": [
                     *         {
                     *           "state": "confirmed",
                     *           "at": "2026-11-26T09:12:30.000Z",
                     *           "by": null
                     *         }
                     *       ],
                     *       "reason": ""
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReservations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                customerId?: string;
                slotId?: string;
                number?: string;
                state?: "provisional" | "confirmed" | "cancelled";
                atFrom?: string;
                atUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "number": "R-100017",
                     *           "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *           "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "slotId": "019aa1b2-0000-7000-8000-000000000008",
                     *           "seats": 4,
                     *           "state": "confirmed",
                     *           "note": "",
                     *           "at": "2026-11-26T09:12:30.000Z"
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Reservation"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReservation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "number": "R-100017",
                     *       "customerId": "019aa1b2-0000-7000-8000-000000000001",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *       "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "slotId": "019aa1b2-0000-7000-8000-000000000008",
                     *       "seats": 4,
                     *       "state": "confirmed",
                     *       "note": "",
                     *       "at": "2026-11-26T09:12:30.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Reservation"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                sku?: string;
                active?: "true" | "false";
                stocked?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000006",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "sku": "LOI-06",
                     *           "name": {
                     *             "nl": "Loire, zes flessen",
                     *             "fr": "Loire, six bouteilles"
                     *           },
                     *           "category": {
                     *             "nl": "Wit"
                     *           },
                     *           "summary": {
                     *             "nl": "Fris en droog."
                     *           },
                     *           "features": [],
                     *           "priceCents": 5990,
                     *           "vatRate": 2100,
                     *           "discounts": [],
                     *           "termsKeys": [
                     *             "algemeen"
                     *           ],
                     *           "languages": [
                     *             "nl",
                     *             "fr"
                     *           ],
                     *           "active": true,
                     *           "stocked": true,
                     *           "leadDays": 0
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Product"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000006",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "sku": "LOI-06",
                     *       "name": {
                     *         "nl": "Loire, zes flessen",
                     *         "fr": "Loire, six bouteilles"
                     *       },
                     *       "category": {
                     *         "nl": "Wit"
                     *       },
                     *       "summary": {
                     *         "nl": "Fris en droog."
                     *       },
                     *       "features": [],
                     *       "priceCents": 5990,
                     *       "vatRate": 2100,
                     *       "discounts": [],
                     *       "termsKeys": [
                     *         "algemeen"
                     *       ],
                     *       "languages": [
                     *         "nl",
                     *         "fr"
                     *       ],
                     *       "active": true,
                     *       "stocked": true,
                     *       "leadDays": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStock: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                productId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "productId": "019aa1b2-0000-7000-8000-000000000006",
                     *           "onHand": 40,
                     *           "allocated": 6,
                     *           "held": 2,
                     *           "countedAt": "2026-11-26T09:12:30.000Z"
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Stock"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "productId": "019aa1b2-0000-7000-8000-000000000006",
                     *       "onHand": 40,
                     *       "allocated": 6,
                     *       "held": 2,
                     *       "countedAt": "2026-11-26T09:12:30.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Stock"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCapacitySlots: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "delivery" | "tasting";
                dayFrom?: string;
                dayUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000008",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "kind": "tasting",
                     *           "title": {
                     *             "nl": "Proeverij"
                     *           },
                     *           "place": "Gent",
                     *           "day": "2026-12-12",
                     *           "from": "14:00",
                     *           "until": "18:00",
                     *           "capacity": 12,
                     *           "taken": 4
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["CapacitySlot"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCapacitySlot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000008",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "kind": "tasting",
                     *       "title": {
                     *         "nl": "Proeverij"
                     *       },
                     *       "place": "Gent",
                     *       "day": "2026-12-12",
                     *       "from": "14:00",
                     *       "until": "18:00",
                     *       "capacity": 12,
                     *       "taken": 4
                     *     }
                     */
                    "application/json": components["schemas"]["CapacitySlot"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArticles: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                key?: string;
                language?: "nl" | "fr" | "en" | "de";
                source?: string;
                productId?: string;
                archived?: "true" | "false";
                changedAtFrom?: string;
                changedAtUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "key": "levertermijnen",
                     *           "language": "nl",
                     *           "source": "voorwaarden",
                     *           "title": "Levertermijnen",
                     *           "keywords": [
                     *             "bezorging"
                     *           ],
                     *           "queueIds": [],
                     *           "productId": null,
                     *           "validFrom": "2026-11-01",
                     *           "validUntil": null,
                     *           "edition": 3,
                     *           "changedAt": "2026-11-26T09:12:30.000Z",
                     *           "changedSummary": "Bestellingen voor 16 uur vertrekken dezelfde dag.",
                     *           "archived": false,
                     *           "body": "## Thuis\n\nBesteld voor 16 uur: **twee werkdagen**."
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Article"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "key": "levertermijnen",
                     *       "language": "nl",
                     *       "source": "voorwaarden",
                     *       "title": "Levertermijnen",
                     *       "keywords": [
                     *         "bezorging"
                     *       ],
                     *       "queueIds": [],
                     *       "productId": null,
                     *       "validFrom": "2026-11-01",
                     *       "validUntil": null,
                     *       "edition": 3,
                     *       "changedAt": "2026-11-26T09:12:30.000Z",
                     *       "changedSummary": "Bestellingen voor 16 uur vertrekken dezelfde dag.",
                     *       "archived": false,
                     *       "body": "## Thuis\n\nBesteld voor 16 uur: **twee werkdagen**."
                     *     }
                     */
                    "application/json": components["schemas"]["Article"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listArticleFeedback: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                articleId?: string;
                verdict?: "good" | "incomplete" | "wrong";
                agentId?: string;
                atFrom?: string;
                atUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "articleId": "019aa1b2-0000-7000-8000-000000000009",
                     *           "edition": 3,
                     *           "verdict": "incomplete",
                     *           "sentence": "Er staat niets over de eilanden.",
                     *           "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *           "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *           "at": "2026-11-26T09:12:30.000Z"
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["ArticleFeedback"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getArticleFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "articleId": "019aa1b2-0000-7000-8000-000000000009",
                     *       "edition": 3,
                     *       "verdict": "incomplete",
                     *       "sentence": "Er staat niets over de eilanden.",
                     *       "agentId": "019aa1b2-0000-7000-8000-000000000002",
                     *       "interactionId": "019aa1b2-0000-7000-8000-000000000004",
                     *       "at": "2026-11-26T09:12:30.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ArticleFeedback"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLetterTemplates: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                key?: string;
                kind?: "letter" | "mail";
                withdrawn?: "true" | "false";
                changedAtFrom?: string;
                changedAtUntil?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000009",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "key": "bevestiging-gesprek",
                     *           "kind": "letter",
                     *           "title": {
                     *             "nl": "Bevestiging van ons gesprek"
                     *           },
                     *           "queueIds": [
                     *             "019aa1b2-0000-7000-8000-000000000003"
                     *           ],
                     *           "variants": [
                     *             {
                     *               "language": "nl",
                     *               "register": "formal",
                     *               "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *               "bytes": 1382
                     *             }
                     *           ],
                     *           "edition": 3,
                     *           "changedAt": "2026-11-26T09:12:30.000Z",
                     *           "withdrawn": false
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["LetterTemplate"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLetterTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000009",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "key": "bevestiging-gesprek",
                     *       "kind": "letter",
                     *       "title": {
                     *         "nl": "Bevestiging van ons gesprek"
                     *       },
                     *       "queueIds": [
                     *         "019aa1b2-0000-7000-8000-000000000003"
                     *       ],
                     *       "variants": [
                     *         {
                     *           "language": "nl",
                     *           "register": "formal",
                     *           "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                     *           "bytes": 1382
                     *         }
                     *       ],
                     *       "edition": 3,
                     *       "changedAt": "2026-11-26T09:12:30.000Z",
                     *       "withdrawn": false
                     *     }
                     */
                    "application/json": components["schemas"]["LetterTemplate"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveLetterTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    base: number | null;
                    key: string;
                    /** @enum {string} */
                    kind: "letter" | "mail";
                    title: {
                        nl: string;
                        fr?: string;
                        en?: string;
                        de?: string;
                    };
                    queueIds: string[];
                    variants: ({
                        /** @enum {string} */
                        language: "nl" | "fr" | "en" | "de";
                        /** @enum {string} */
                        register: "formal" | "informal";
                        sha256: string;
                        bytes: number;
                    } | {
                        /** @enum {string} */
                        language: "nl" | "fr" | "en" | "de";
                        /** @enum {string} */
                        register: "formal" | "informal";
                        subject: string;
                        body: string;
                    })[];
                    /** @default  */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterTemplate"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawLetterTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterTemplate"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQueues: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                key?: string;
                language?: "nl" | "fr" | "en" | "de";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000003",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "key": "orders-nl",
                     *           "name": "Bestellingen",
                     *           "organisation": "Wijnhuis",
                     *           "numbers": [
                     *             "+3225521122"
                     *           ],
                     *           "language": "nl",
                     *           "register": "formal",
                     *           "scriptId": null,
                     *           "outcomeIds": [
                     *             "019aa1b2-0000-7000-8000-000000000005"
                     *           ],
                     *           "pickUpTargetSeconds": 20,
                     *           "durationTargetSeconds": 300,
                     *           "autoAnswer": false,
                     *           "recording": "never",
                     *           "identity": {
                     *             "checks": [
                     *               "birthDate",
                     *               "postcode",
                     *               "customerNumber"
                     *             ],
                     *             "needed": {
                     *               "personal": 2,
                     *               "financial": 3,
                     *               "health": 3
                     *             },
                     *             "tries": 3,
                     *             "carryMinutes": 15,
                     *             "betweenCalls": "open"
                     *           },
                     *           "agreement": {
                     *             "pickUpPercent": 80,
                     *             "wrapUpSeconds": 60,
                     *             "adherencePercent": 90,
                     *             "firstContactPercent": 75,
                     *             "returnDays": 7
                     *           },
                     *           "afterCall": [
                     *             {
                     *               "outcome": "delivered-later",
                     *               "fields": [
                     *                 {
                     *                   "key": "reden",
                     *                   "label": "Reden van uitstel",
                     *                   "type": "choice",
                     *                   "options": [
                     *                     "Weer",
                     *                     "Voorraad"
                     *                   ],
                     *                   "required": true
                     *                 }
                     *               ]
                     *             }
                     *           ],
                     *           "objectionBudget": 2
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Queue"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getQueue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000003",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "key": "orders-nl",
                     *       "name": "Bestellingen",
                     *       "organisation": "Wijnhuis",
                     *       "numbers": [
                     *         "+3225521122"
                     *       ],
                     *       "language": "nl",
                     *       "register": "formal",
                     *       "scriptId": null,
                     *       "outcomeIds": [
                     *         "019aa1b2-0000-7000-8000-000000000005"
                     *       ],
                     *       "pickUpTargetSeconds": 20,
                     *       "durationTargetSeconds": 300,
                     *       "autoAnswer": false,
                     *       "recording": "never",
                     *       "identity": {
                     *         "checks": [
                     *           "birthDate",
                     *           "postcode",
                     *           "customerNumber"
                     *         ],
                     *         "needed": {
                     *           "personal": 2,
                     *           "financial": 3,
                     *           "health": 3
                     *         },
                     *         "tries": 3,
                     *         "carryMinutes": 15,
                     *         "betweenCalls": "open"
                     *       },
                     *       "agreement": {
                     *         "pickUpPercent": 80,
                     *         "wrapUpSeconds": 60,
                     *         "adherencePercent": 90,
                     *         "firstContactPercent": 75,
                     *         "returnDays": 7
                     *       },
                     *       "afterCall": [
                     *         {
                     *           "outcome": "delivered-later",
                     *           "fields": [
                     *             {
                     *               "key": "reden",
                     *               "label": "Reden van uitstel",
                     *               "type": "choice",
                     *               "options": [
                     *                 "Weer",
                     *                 "Voorraad"
                     *               ],
                     *               "required": true
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "objectionBudget": 2
                     *     }
                     */
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgents: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                username?: string;
                extension?: string;
                team?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000002",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "username": "an.peeters",
                     *           "name": "An Peeters",
                     *           "extension": "201",
                     *           "team": "Orders",
                     *           "languages": [
                     *             "nl",
                     *             "fr"
                     *           ]
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Agent"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000002",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "username": "an.peeters",
                     *       "name": "An Peeters",
                     *       "extension": "201",
                     *       "team": "Orders",
                     *       "languages": [
                     *         "nl",
                     *         "fr"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Agent"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutcomes: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019aa1b2-0000-7000-8000-000000000005",
                     *           "version": 1,
                     *           "updatedAt": "2026-11-26T09:12:30.000Z",
                     *           "code": "delivered-later",
                     *           "label": {
                     *             "nl": "Levering verplaatst"
                     *           },
                     *           "requiresSentence": true,
                     *           "sentences": [
                     *             {
                     *               "language": "nl",
                     *               "purpose": null,
                     *               "text": "De levering werd verplaatst naar {{leverdag}}."
                     *             }
                     *           ],
                     *           "order": 3
                     *         }
                     *       ],
                     *       "next": "MDE5YWExYjItMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx"
                     *     }
                     */
                    "application/json": {
                        items: components["schemas"]["Outcome"][];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019aa1b2-0000-7000-8000-000000000005",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-26T09:12:30.000Z",
                     *       "code": "delivered-later",
                     *       "label": {
                     *         "nl": "Levering verplaatst"
                     *       },
                     *       "requiresSentence": true,
                     *       "sentences": [
                     *         {
                     *           "language": "nl",
                     *           "purpose": null,
                     *           "text": "De levering werd verplaatst naar {{leverdag}}."
                     *         }
                     *       ],
                     *       "order": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importCustomers: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun: boolean;
                        lines: number;
                        created: number;
                        changed: number;
                        unchanged: number;
                        refused: number;
                        ignoredColumns: string[];
                        refusals: {
                            line: number;
                            column: string | null;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importProducts: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun: boolean;
                        lines: number;
                        created: number;
                        changed: number;
                        unchanged: number;
                        refused: number;
                        ignoredColumns: string[];
                        refusals: {
                            line: number;
                            column: string | null;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importArticles: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dryRun: boolean;
                        lines: number;
                        created: number;
                        changed: number;
                        unchanged: number;
                        refused: number;
                        ignoredColumns: string[];
                        refusals: {
                            line: number;
                            column: string | null;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                event?: "interaction.closed" | "order.placed" | "order.changed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            url: string;
                            events: ("interaction.closed" | "order.placed" | "order.changed")[];
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://erp.example.be/hooks/balie",
                 *       "events": [
                 *         "order.placed",
                 *         "order.changed"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** Format: uri */
                    url: string;
                    events: ("interaction.closed" | "order.placed" | "order.changed")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        events: ("interaction.closed" | "order.placed" | "order.changed")[];
                        /** Format: date-time */
                        createdAt: string;
                        secret: string;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                event?: "interaction.closed" | "order.placed" | "order.changed";
                state?: "waiting" | "delivered" | "given-up";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            event: "interaction.closed" | "order.placed" | "order.changed";
                            /** Format: date-time */
                            createdAt: string;
                            attempts: number;
                            /** @enum {string} */
                            state: "waiting" | "delivered" | "given-up";
                            status: number | null;
                            error: string | null;
                            nextAttemptAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScripts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                key?: string;
                language?: "nl" | "fr" | "en" | "de";
                state?: "draft" | "reviewed" | "scheduled" | "live" | "former";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            key: string;
                            /** @enum {string} */
                            language: "nl" | "fr" | "en" | "de";
                            title: string;
                            live: number | null;
                            newest: number;
                            /** @enum {string} */
                            state: "draft" | "reviewed" | "scheduled" | "live" | "former";
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScriptVersions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "draft" | "reviewed" | "scheduled" | "live" | "former";
                agentId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            scriptId: string;
                            number: number;
                            base: number | null;
                            restores: number | null;
                            title: string;
                            comment: string;
                            author: {
                                agentId: string | null;
                                name: string | null;
                                /** Format: date-time */
                                at: string;
                            };
                            /** @enum {string} */
                            state: "draft" | "reviewed" | "scheduled" | "live" | "former";
                            review: {
                                agentId: string | null;
                                name: string | null;
                                /** Format: date-time */
                                at: string;
                                comment: string;
                            } | null;
                            liveFrom: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveScriptVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    base: number | null;
                    definition: components["schemas"]["ScriptInput"];
                    /** @default  */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        scriptId: string;
                        number: number;
                        base: number | null;
                        restores: number | null;
                        title: string;
                        comment: string;
                        author: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "reviewed" | "scheduled" | "live" | "former";
                        review: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                            comment: string;
                        } | null;
                        liveFrom: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readScriptVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        scriptId: string;
                        number: number;
                        base: number | null;
                        restores: number | null;
                        title: string;
                        comment: string;
                        author: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "reviewed" | "scheduled" | "live" | "former";
                        review: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                            comment: string;
                        } | null;
                        liveFrom: string | null;
                        definition: components["schemas"]["Script"];
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reviewScriptVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        scriptId: string;
                        number: number;
                        base: number | null;
                        restores: number | null;
                        title: string;
                        comment: string;
                        author: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "reviewed" | "scheduled" | "live" | "former";
                        review: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                            comment: string;
                        } | null;
                        liveFrom: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishScriptVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    from: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        scriptId: string;
                        number: number;
                        base: number | null;
                        restores: number | null;
                        title: string;
                        comment: string;
                        author: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "reviewed" | "scheduled" | "live" | "former";
                        review: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                            comment: string;
                        } | null;
                        liveFrom: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawScriptVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        scriptId: string;
                        number: number;
                        base: number | null;
                        restores: number | null;
                        title: string;
                        comment: string;
                        author: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "reviewed" | "scheduled" | "live" | "former";
                        review: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                            comment: string;
                        } | null;
                        liveFrom: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreScriptVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    comment?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        scriptId: string;
                        number: number;
                        base: number | null;
                        restores: number | null;
                        title: string;
                        comment: string;
                        author: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                        };
                        /** @enum {string} */
                        state: "draft" | "reviewed" | "scheduled" | "live" | "former";
                        review: {
                            agentId: string | null;
                            name: string | null;
                            /** Format: date-time */
                            at: string;
                            comment: string;
                        } | null;
                        liveFrom: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQueueScripts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                scriptId?: string;
                language?: "nl" | "fr" | "en" | "de";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            queueId: string;
                            key: string;
                            name: string;
                            /** @enum {string} */
                            language: "nl" | "fr" | "en" | "de";
                            version: number;
                            script: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                            } | null;
                            plan: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                scriptId: string;
                                title: string;
                                number: number;
                                from: string | null;
                                by: string | null;
                            } | null;
                            objectionBudget?: number | null;
                            operators: number;
                            mayChange: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseQueueScript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scriptId: string | null;
                    from: number | null;
                    seen: {
                        version: number;
                        planId: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        queueId: string;
                        key: string;
                        name: string;
                        /** @enum {string} */
                        language: "nl" | "fr" | "en" | "de";
                        version: number;
                        script: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        plan: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            scriptId: string;
                            title: string;
                            number: number;
                            from: string | null;
                            by: string | null;
                        } | null;
                        objectionBudget?: number | null;
                        operators: number;
                        mayChange: boolean;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setQueueObjections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    budget: number | null;
                    seen: {
                        version: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        queueId: string;
                        key: string;
                        name: string;
                        /** @enum {string} */
                        language: "nl" | "fr" | "en" | "de";
                        version: number;
                        script: {
                            /** Format: uuid */
                            id: string;
                            title: string;
                        } | null;
                        plan: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            scriptId: string;
                            title: string;
                            number: number;
                            from: string | null;
                            by: string | null;
                        } | null;
                        objectionBudget?: number | null;
                        operators: number;
                        mayChange: boolean;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was first, or it is not in a state for this */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLetterEditions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                agentId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            edition: number;
                            key: string;
                            /** @enum {string} */
                            kind: "letter" | "mail";
                            title: {
                                nl: string;
                                fr?: string;
                                en?: string;
                                de?: string;
                            };
                            queueIds: string[];
                            variants: ({
                                /** @enum {string} */
                                language: "nl" | "fr" | "en" | "de";
                                /** @enum {string} */
                                register: "formal" | "informal";
                                sha256: string;
                                bytes: number;
                            } | {
                                /** @enum {string} */
                                language: "nl" | "fr" | "en" | "de";
                                /** @enum {string} */
                                register: "formal" | "informal";
                                subject: string;
                                body: string;
                            })[];
                            comment: string;
                            author: {
                                agentId: string | null;
                                name: string | null;
                                /** Format: date-time */
                                at: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNewestLetterEditions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "letter" | "mail";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            edition: number;
                            key: string;
                            /** @enum {string} */
                            kind: "letter" | "mail";
                            title: {
                                nl: string;
                                fr?: string;
                                en?: string;
                                de?: string;
                            };
                            queueIds: string[];
                            variants: ({
                                /** @enum {string} */
                                language: "nl" | "fr" | "en" | "de";
                                /** @enum {string} */
                                register: "formal" | "informal";
                                sha256: string;
                                bytes: number;
                            } | {
                                /** @enum {string} */
                                language: "nl" | "fr" | "en" | "de";
                                /** @enum {string} */
                                register: "formal" | "informal";
                                subject: string;
                                body: string;
                            })[];
                            comment: string;
                            author: {
                                agentId: string | null;
                                name: string | null;
                                /** Format: date-time */
                                at: string;
                            };
                            /** Format: uuid */
                            templateId: string;
                            withdrawn: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendLetterFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sha256: string;
                        bytes: number;
                        fields: ("date" | "greeting" | "salutation" | "givenName" | "familyName" | "name" | "organisationName" | "customerNumber" | "street" | "postcode" | "town" | "email" | "phone" | "operator" | "organisation" | "contactDate" | "outcome" | "sentence")[];
                    };
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this role */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readLetterFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": unknown;
                };
            };
            /** @description The request does not fit its schema */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid token or credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is none, or it is not set up */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A defect; it has been logged */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
