import type { LetterContent } from '#shared/domain/letter-parts.ts';
import { leadScene } from './gate-scenes.ts';
import { sampleId } from './sample-data.ts';
import type { Scene } from './scenes.ts';

const mailId = sampleId(30, 2);

/** The mail's subject says something else. */
function saying(content: LetterContent, subject: string): LetterContent {
  return { ...content, variants: content.variants.map((variant) => ('subject' in variant && variant.register === 'formal' ? { ...variant, subject } : variant)) };
}

/** What a team lead wrote on this workstation, and central does not have. */
function begun(scene: Scene, content: LetterContent): Scene {
  scene.store.letterDrafts.set(mailId, { base: JSON.stringify({ edition: 2, content: scene.main.shelf.newest(mailId) }), content: JSON.stringify(content), savedAt: new Date().toISOString() });
  return scene;
}

/** A colleague saved meanwhile: the same words, and others. */
function stale(): Scene {
  const scene = leadScene();
  const { shelf } = scene.main;
  const mine = saying(shelf.newest(mailId), 'Over uw vraag van {{contactDate}}, {{name}}');
  begun(scene, mine);
  shelf.colleagueSaves(mailId, (content) => ({ ...saying(content, 'Wij keken uw vraag na'), title: { ...content.title, fr: 'Suivi de votre question' } }), 'Ook in het Frans');
  return scene;
}

/** A field that does not exist, and one brace too few. */
function faulty(): Scene {
  const scene = leadScene();
  return begun(scene, saying(scene.main.shelf.newest(mailId), 'Uw vraag van {{contactdatum}}'));
}

/** The document that is chosen is none that central takes. */
function refused(): Scene {
  const scene = leadScene();
  scene.main.shelf.chosen = {
    outcome: 'refused',
    name: 'Bevestiging 2026 (definitief).docx',
    faults: [{ fault: 'field-unknown', about: 'klantnummer' }, { fault: 'field-unknown', about: 'naam' }, { fault: 'external', about: 'word/_rels/document.xml.rels' }],
  };
  return scene;
}

function offline(): Scene {
  const scene = faulty();
  scene.main.shelf.offline = true;
  scene.main.scripts.offline = true;
  return scene;
}

function empty(): Scene {
  const scene = leadScene();
  scene.main.shelf.templates.clear();
  return scene;
}

/** The page of templates in its states. */
export const templateScenes: Readonly<Record<string, () => Scene>> = {
  templates: leadScene,
  'templates-mail': leadScene,
  'templates-stale': stale,
  'templates-faulty': faulty,
  'templates-refused': refused,
  'templates-offline': offline,
  'templates-empty': empty,
};
