import type { LetterEdition, LetterShelfItem } from '#shared/contract/letters.ts';
import { BalieError } from '#shared/domain/errors.ts';
import type { LetterTemplate } from '#shared/domain/letter-template.ts';
import type { LetterContent } from '#shared/domain/letter-parts.ts';
import type { LetterFields } from '#shared/domain/letters.ts';
import type { letterDraftCalls } from '#shared/ipc/letter-draft-calls.ts';
import type { MainContract } from '#shared/ipc/main-list.ts';
import type { Handlers } from '#shared/ipc/server.ts';
import type { StoreContract } from '#shared/ipc/store-list.ts';
import type { ChosenDocument, templateCalls } from '#shared/ipc/template-calls.ts';
import { agent, sampleId } from './sample-data.ts';

const at = (): string => new Date().toISOString();
const me = { agentId: agent.id, name: agent.name };
const colleague = { agentId: sampleId(90, 1), name: 'Sofie Peeters' };
const outside = { agentId: null, name: null, at: '2026-11-02T08:00:00.000Z' };
const queue = (number: number): string => sampleId(95, number);
const hash = (sign: string): string => sign.repeat(64);

interface Kept {
  withdrawn: boolean;
  /** The newest first. */
  readonly editions: LetterEdition[];
}

const signed = 'Met vriendelijke groeten,\n\n{{operator}}\n{{organisation}}';

/** The templates of a centre, in memory: central's rules about who may do what are tested where they are. */
export class SampleTemplates {
  readonly templates = new Map<string, Kept>();
  /** What can be read in each document, by its hash. */
  readonly documents = new Map<string, string>();
  /** When set, central cannot be reached. */
  offline = false;
  /** What comes of pointing at a file; null: at none. */
  chosen: ChosenDocument | null = null;
  readonly saved: { readonly sha256: string; readonly name: string; readonly fields: LetterFields | null }[] = [];

  constructor() {
    this.documents.set(hash('a'), `{{organisation}}\n\n{{name}}\n{{street}}\n{{postcode}} {{town}}\n\n{{date}}\n\n{{greeting}},\n\nOp {{contactDate}} sprak u met {{operator}}. Wij bevestigen u wat wij samen afspraken:\n\n{{sentence}}\n\n${signed}`);
    this.documents.set(hash('b'), `{{organisation}}\n\n{{name}}\n\n{{date}}\n\n{{greeting}},\n\nLe {{contactDate}}, vous vous êtes entretenu avec {{operator}}.\n\n{{sentence}}`);
    const document = (language: 'nl' | 'fr', register: 'formal' | 'informal', sign: string) => ({ language, register, sha256: hash(sign), bytes: 13_821 });
    this.put(sampleId(30, 1), { key: 'bevestiging-gesprek', kind: 'letter', title: { nl: 'Bevestiging van ons gesprek', fr: 'Confirmation de notre entretien' }, queueIds: [], variants: [document('nl', 'formal', 'a'), document('nl', 'informal', 'a'), document('fr', 'formal', 'b')] }, outside);
    const mail = { key: 'opvolging', kind: 'mail', title: { nl: 'Opvolging van uw vraag' }, queueIds: [queue(1), queue(2)] } as const;
    const words = (subject: string, body: string, register: 'formal' | 'informal' = 'formal') => ({ language: 'nl', register, subject, body }) as const;
    this.put(sampleId(30, 2), { ...mail, queueIds: [...mail.queueIds], variants: [words('Uw vraag', `{{greeting}},\n\nU belde ons.\n\n${signed}`)] }, outside);
    this.put(sampleId(30, 2), { ...mail, queueIds: [...mail.queueIds], variants: [words('Uw vraag van {{contactDate}}', `{{greeting}},\n\nU belde ons op {{contactDate}}. Wij hebben uw vraag nagekeken:\n\n{{sentence}}\n\n${signed}`), words('Je vraag van {{contactDate}}', `{{greeting}},\n\nJe belde ons op {{contactDate}}.\n\n{{sentence}}`, 'informal')] }, { ...colleague, at: '2026-11-23T13:04:00.000Z' }, 'Datum van het gesprek in het onderwerp');
    this.put(sampleId(30, 3), { key: 'creditnota', kind: 'letter', title: { nl: 'Begeleidende brief bij een creditnota' }, queueIds: [queue(2)], variants: [document('nl', 'formal', 'a')] }, outside);
    this.templates.get(sampleId(30, 3))!.withdrawn = true;
  }

  put(id: string, content: LetterContent, author: LetterEdition['author'] = { ...me, at: at() }, comment = ''): LetterEdition {
    const kept = this.templates.get(id) ?? { withdrawn: false, editions: [] };
    const edition: LetterEdition = { ...structuredClone(content), edition: (kept.editions[0]?.edition ?? 0) + 1, comment, author };
    kept.editions.unshift(edition);
    kept.withdrawn = false;
    this.templates.set(id, kept);
    return edition;
  }

  /** A colleague saves, elsewhere. */
  colleagueSaves(id: string, edit: (content: LetterContent) => LetterContent, comment = ''): void {
    this.put(id, edit(this.newest(id)), { ...colleague, at: at() }, comment);
  }

  newest(id: string): LetterContent {
    const { key, kind, title, queueIds, variants } = this.#of(id).editions[0]!;
    return { key, kind, title, queueIds, variants };
  }

  handlers(): Pick<Handlers<MainContract>, keyof typeof templateCalls> {
    return {
      'templates.list': () => {
        this.#reach();
        return { items: [...this.templates].map(([templateId, { withdrawn, editions }]): LetterShelfItem => ({ ...editions[0]!, templateId, withdrawn })) };
      },
      'templates.editions': ({ templateId }) => {
        this.#reach();
        return { items: this.#of(templateId).editions };
      },
      'templates.save': ({ templateId, base, comment, ...content }) => {
        this.#reach();
        if ((this.templates.get(templateId)?.editions[0]?.edition ?? null) !== base) throw new BalieError('letter.stale', 'somebody was first');
        return this.#row(templateId, this.put(templateId, content, undefined, comment));
      },
      'templates.withdraw': ({ templateId }) => {
        this.#reach();
        const kept = this.#of(templateId);
        kept.withdrawn = true;
        return this.#row(templateId, kept.editions[0]!);
      },
      'templates.choose': () => {
        this.#reach();
        if (this.chosen?.outcome === 'sent' && !this.documents.has(this.chosen.sha256)) this.documents.set(this.chosen.sha256, this.chosen.fields.map((field) => `{{${field}}}`).join('\n'));
        return this.chosen;
      },
      'templates.read': ({ sha256 }) => {
        this.#reach();
        return { text: this.documents.get(sha256) ?? '' };
      },
      'templates.keep': (wish) => {
        this.#reach();
        this.saved.push(wish);
        return { saved: true };
      },
    };
  }

  #row(id: string, { author, comment: _, ...edition }: LetterEdition): LetterTemplate {
    return { id, version: 1, updatedAt: author.at, changedAt: author.at, withdrawn: this.#of(id).withdrawn, ...edition };
  }

  #of(id: string): Kept {
    const kept = this.templates.get(id);
    if (kept === undefined) throw new BalieError('letter.state', 'there is none');
    return kept;
  }

  #reach(): void {
    if (this.offline) throw new BalieError('session.unreachable', 'central cannot be reached');
  }
}

interface KeptDraft {
  readonly base: string | null;
  readonly content: string;
  readonly savedAt: string;
}

/** What is being written on a workstation, in memory. */
export function sampleLetterDrafts(kept: Map<string, KeptDraft>): Pick<Handlers<StoreContract>, keyof typeof letterDraftCalls> {
  return {
    'letterDraft.write': ({ templateId, base, content }) => {
      const savedAt = at();
      kept.set(templateId, { base, content, savedAt });
      return { savedAt };
    },
    'letterDraft.list': () => [...kept].map(([templateId, draft]) => ({ templateId, ...draft })),
    'letterDraft.forget': ({ templateId }) => void kept.delete(templateId),
  };
}
