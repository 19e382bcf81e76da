import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Script } from '#shared/domain/script/script.ts';
import { scriptRow } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed, type Scene } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

// The picture measures itself; here nothing has a size.
beforeAll(() => {
  vi.stubGlobal('ResizeObserver', class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
});

const id = scriptRow.id;
const title = scriptRow.definition.title;

async function openScript(scene: Scene): Promise<UserEvent> {
  const { user } = await openWorkspace(scene);
  await user.keyboard('{Control>}0{/Control}');
  await user.click(await screen.findByRole('button', { name: new RegExp(`^${title}`) }));
  await screen.findByRole('navigation', { name: 'Stappen' });
  return user;
}

const step = (name: RegExp): HTMLElement => within(screen.getByRole('navigation', { name: 'Stappen' })).getByRole('button', { name });
const newest = (scene: Scene): Script => scene.main.scripts.documents.get(id)![0]!.definition;
// By label: roles of a page with so many choices take long to compute.
const field = (name: RegExp): HTMLTextAreaElement => screen.getByLabelText(name);

async function write(user: UserEvent, name: RegExp, text: string): Promise<void> {
  await user.clear(field(name));
  await user.click(field(name));
  await user.paste(text);
}

test('only team leads and administrators write scripts', async () => {
  const { user } = await openWorkspace(sceneNamed('idle'));
  await user.keyboard('{Control>}0{/Control}');
  expect(screen.queryByRole('button', { name: 'Nieuw script' })).toBeNull();
});

test('a step is added, what is wrong with it is found and mended, undone and done again, tried, and saved', async () => {
  const scene = sceneNamed('script-editor');
  const user = await openScript(scene);
  await user.click(screen.getByRole('button', { name: 'Stap toevoegen' }));
  await write(user, /^Titel/, 'Wijn van de maand');
  await user.click(await screen.findByRole('button', { name: 'Bevindingen (1)' }));
  await user.click(within(screen.getByRole('list', { name: 'Bevindingen' })).getByRole('button', { name: /fout Wijn van de maand Moet nog ingevuld worden/ }));
  await waitFor(() => expect(document.activeElement).toBe(field(/^Eigen tekst/)));
  await user.paste('Kent u onze wijn van de maand al, {{salutation}} {{naam}}?');
  await screen.findByText('De variabele naam bestaat niet.');
  await write(user, /^Eigen tekst/, 'Kent u onze wijn van de maand al, {{salutation}} {{familyName}}?');
  await user.click(await screen.findByRole('button', { name: 'Bevindingen' }));
  expect(screen.getByText(/^Niets gevonden/)).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  await screen.findByRole('button', { name: 'Bevindingen (1)' });
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');

  await user.click(screen.getByRole('button', { name: 'Proberen' }));
  await user.click(screen.getByRole('button', { name: 'Vanaf deze stap' }));
  expect(screen.getByText(/Kent u onze wijn van de maand al/).textContent).toContain('mevrouw Verstraete');
  await user.click(screen.getByRole('button', { name: /^Verder/ }));
  await waitFor(() => expect(screen.queryByText(/Kent u onze wijn van de maand al/)).toBeNull());

  await waitFor(() => expect(scene.store.scriptDrafts.get(id)?.content).toContain('{{familyName}}'));
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByText('Versie 15, alles bewaard');
  expect(newest(scene).steps[1]).toMatchObject({ title: 'Wijn van de maand', say: 'Kent u onze wijn van de maand al, {{salutation}} {{familyName}}?' });
  await waitFor(() => expect(scene.store.scriptDrafts.size).toBe(0));
});

test('what was typed is there again after the page was gone, also without the network', async () => {
  const scene = sceneNamed('script-editor');
  const user = await openScript(scene);
  await write(user, /^Eigen tekst/, 'Goeiedag!');
  await user.keyboard('{Control>}0{/Control}');
  await waitFor(() => expect(scene.store.scriptDrafts.get(id)?.content).toContain('Goeiedag!'));
  scene.main.scripts.offline = true;
  await user.keyboard('{Control>}0{/Control}');
  await screen.findByText(/Scripts staan bij de centrale/);
  await user.click(screen.getByRole('button', { name: new RegExp(`${title}.*hier begonnen`) }));
  expect(field(/^Eigen tekst/).value).toBe('Goeiedag!');
});

test('two who work on different steps lose nothing; who wrote the same step is asked whose it becomes', async () => {
  const scene = sceneNamed('script-editor');
  const user = await openScript(scene);
  const said = (key: string, say: string) => (script: Script): Script => ({ ...script, steps: script.steps.map((each) => (each.key === key ? { ...each, say } : each)) });
  const [first, second] = scriptRow.definition.steps;
  scene.main.scripts.colleagueSaves(id, said(second!.key, 'Van Sofie.'));
  await write(user, /^Eigen tekst/, 'Van Lotte.');
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByText('Versie 16, alles bewaard');
  expect(newest(scene).steps.slice(0, 2).map(({ say }) => say)).toEqual(['Van Lotte.', 'Van Sofie.']);

  scene.main.scripts.colleagueSaves(id, said(first!.key, 'Nog eens van Sofie.'));
  await write(user, /^Eigen tekst/, 'Nog eens van Lotte.');
  await user.keyboard('{Control>}s{/Control}');
  const merge = await screen.findByRole('region', { name: 'Iemand was u voor' });
  expect(within(merge).getByText(/Sofie Peeters wijzigde dezelfde stap/)).toBeTruthy();
  const together = within(merge).getByRole('button', { name: 'Samenbrengen en opslaan' });
  expect(together).toHaveProperty('disabled', true);
  await user.click(within(merge).getByRole('radio', { name: /Van Sofie Peeters/ }));
  await user.click(together);
  await screen.findByText('Versie 18, alles bewaard');
  expect(newest(scene).steps[0]?.say).toBe('Nog eens van Sofie.');
});

test('what two wrote is told apart in words: a step by its title, an audience by its language and its form of address', async () => {
  const user = await openScript(sceneNamed('script-editor-merge'));
  await user.keyboard('{Control>}s{/Control}');
  const { textContent } = await screen.findByRole('region', { name: 'Iemand was u voor' });
  expect(textContent).toContain('Nederlands · met je');
  expect(textContent).toContain('Klant is gekend → Identiteit controleren');
  expect(textContent).not.toMatch(/[{]"|→ identiteit/);
});

test('a colleague’s draft is compared in words, reviewed and made live', async () => {
  const scene = sceneNamed('script-editor');
  scene.main.scripts.colleagueSaves(id, (script) => ({ ...script, objectionBudget: 1 }));
  const user = await openScript(scene);
  await user.click(screen.getByRole('button', { name: 'Versies' }));
  const [draft, live] = within(await screen.findByRole('list', { name: 'Versies' })).getAllByRole('listitem');
  await user.click(within(live!).getByRole('button', { name: 'Vergelijken' }));
  expect((await within(live!).findByRole('group', { name: 'Verschil' })).textContent).toContain('Gewijzigd: Tegenwerpingen per gesprek');
  await user.click(within(draft!).getByRole('button', { name: 'Nagelezen en goed' }));
  await user.click(await screen.findByRole('button', { name: 'Nu in gebruik nemen' }));
  await waitFor(() => expect(scene.main.scripts.documents.get(id)!.map(({ state }) => state)).toEqual(['live', 'former']));
});

test('a missing variant stands beside the others and is written there; another key moves with what leads to it', async () => {
  const scene = sceneNamed('script-editor');
  const user = await openScript(scene);
  await user.click(screen.getByRole('button', { name: 'Het script zelf' }));
  await user.click(screen.getByRole('button', { name: /Doelpublieken: nog een/ }));
  await user.selectOptions(screen.getAllByRole('combobox', { name: /^Taal/ }).at(-1)!, 'fr');
  await user.click(step(/^Opening/));
  await screen.findByText('ontbreekt');
  const [identity] = scriptRow.definition.steps.filter(({ key }) => key === scriptRow.definition.steps[0]?.answers[0]?.to);
  await user.click(step(new RegExp(`^${identity!.title}`)));
  await write(user, /^Sleutel van de stap/, 'wieBelt');
  await user.tab();
  await waitFor(() => expect(scene.store.scriptDrafts.get(id)?.content).toContain('"to":"wieBelt"'));
});

test('a queue is given the script: what changes is said first, a colleague who was first is told of calmly, and one press goes back', async () => {
  const scene = sceneNamed('script-editor');
  const { scripts } = scene.main;
  const user = await openScript(scene);
  await user.click(screen.getByRole('button', { name: 'Wachtrijen' }));
  const queue = (name: string): HTMLElement => screen.getAllByRole('listitem').find((item) => item.textContent.startsWith(name))!;
  await screen.findByText('Klantendienst');
  expect(queue('Bestellijn').textContent).toContain('gebruikt dit script');
  expect(within(queue('Winkels')).queryByRole('button')).toBeNull();
  await user.click(within(queue('Service clients')).getByRole('button', { name: /dit script gebruiken/ }));
  expect(queue('Service clients').textContent).toContain('Deze wachtrij spreekt Frans');
  await user.keyboard('{Escape}');
  await user.click(within(queue('Klantendienst')).getByRole('button', { name: /dit script gebruiken/ }));
  expect(queue('Klantendienst').textContent).toMatch(new RegExp(`beginnen met ${title} in plaats van .*4 operatoren`));
  const before = scripts.queues;
  scripts.queues = before.map((each) => ({ ...each, version: each.version + 1 }));
  await user.click(within(queue('Klantendienst')).getByRole('button', { name: 'Bevestigen' }));
  await screen.findByText(/Een collega besliste intussen/);
  await user.click(within(queue('Klantendienst')).getByRole('button', { name: 'Bevestigen' }));
  await waitFor(() => expect(queue('Klantendienst').textContent).toContain('gebruikt dit script'));
  await user.click(within(queue('Klantendienst')).getByRole('button', { name: /^Terug naar/ }));
  await waitFor(() => expect(scripts.queues[1]?.script).toEqual(before[1]?.script));
});

test('a queue says how many counter-arguments its calls may have: it stands there, is tried as in a call, and a colleague who was first is told of', async () => {
  const scene = sceneNamed('script-editor');
  const { scripts } = scene.main;
  const user = await openScript(scene);
  await user.click(screen.getByRole('button', { name: 'Wachtrijen' }));
  const queue = (name: string): HTMLElement => screen.getAllByRole('listitem').find((item) => item.textContent.startsWith(name))!;
  await screen.findByText('Klantendienst');
  expect(queue('Klantendienst').textContent).toContain('hoogstens 1');
  expect(queue('Bestellijn').textContent).toContain('zoveel als het script zegt');
  await user.click(within(queue('Bestellijn')).getByRole('button', { name: 'Bestellijn: tegenwerpingen per gesprek' }));
  expect(document.activeElement).toBe(within(queue('Bestellijn')).getByRole('radio', { name: 'Zoveel als het script zegt' }));
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  scripts.queues = scripts.queues.map((each) => ({ ...each, version: each.version + 1 }));
  await user.keyboard('{Enter}');
  await screen.findByText(/Een collega besliste intussen/);
  await user.click(within(queue('Bestellijn')).getByRole('button', { name: 'Bevestigen' }));
  await waitFor(() => expect(queue('Bestellijn').textContent).toContain('hoogstens 2'));
  expect(scripts.queues.map(({ objectionBudget }) => objectionBudget)).toEqual([2, 1, null, null]);
  await user.click(screen.getByRole('button', { name: 'Proberen' }));
  expect(screen.getByText(`0 van ${scriptRow.definition.objectionBudget}`)).toBeTruthy();
  await user.selectOptions(field(/^Over wachtrij|^Komt over|wachtrij/i), 'Bestellijn');
  expect(screen.getByText('0 van 2')).toBeTruthy();
});

test('a condition is read as a sentence with names instead of keys, and a field that is renamed goes along everywhere, back in one undo', async () => {
  const scene = sceneNamed('script-editor');
  const { definition } = scriptRow;
  const index = definition.steps.findIndex(({ fields }) => fields?.some(({ key }) => key === 'aantal'));
  const user = await openScript(scene);
  await user.click(step(new RegExp(`^${definition.steps[0]!.title}`)));
  await user.click(screen.getAllByText(/^→/)[0]!.closest('summary')!);
  await user.click(await screen.findByRole('checkbox', { name: 'Klantendienst' }));
  expect(screen.getByText('Alleen als de klant bekend is en de oproep via Klantendienst komt.', { selector: '[role="status"]' })).toBeTruthy();
  await user.click(step(new RegExp(`^${definition.steps[index]!.title}`)));
  const label = definition.steps[index]!.fields!.find(({ key }) => key === 'aantal')!.label;
  await user.click(screen.getByText((_, element) => element?.tagName === 'SUMMARY' && element.textContent.includes(label)));
  await write(user, /^Sleutel(?! van)/, 'hoeveel');
  await user.keyboard('{Enter}');
  const content = (): string => scene.store.scriptDrafts.get(id)?.content ?? '';
  await waitFor(() => expect(content()).toContain('{{hoeveel}}'));
  expect(content()).not.toMatch(/"aantal"|\{\{aantal\}\}/);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(content()).toContain('{{aantal}}'));
  expect(content()).not.toContain('hoeveel');
});

test('trying a script offers what a call would, after the main need: who bought before hears another offer, a no is asked once, and a new call begins anew', async () => {
  const scene = sceneNamed('script-editor');
  const user = await openScript(scene);
  const order = scriptRow.definition.steps.find(({ kind }) => kind === 'order')!;
  await user.click(step(new RegExp(`^${order.title}`)));
  await user.click(screen.getByRole('button', { name: 'Proberen' }));
  const offer = (): HTMLElement | null => screen.queryByRole('status', { name: 'Bijkomend aanbod' });
  async function ordered(): Promise<HTMLElement> {
    await user.click(screen.getByRole('button', { name: 'Vanaf deze stap' }));
    expect(offer()).toBeNull();
    await user.selectOptions(field(/^Pakket/), 'proefdoos Loire');
    await user.type(field(/^Aantal dozen/), '2');
    await user.click(screen.getByRole('button', { name: /^Keuze gemaakt/ }));
    return await screen.findByRole('status', { name: 'Bijkomend aanbod' });
  }
  expect((await ordered()).textContent).toContain('kelnersmessen');
  await user.keyboard('{F12}');
  await waitFor(() => expect(offer()).toBeNull());
  await user.selectOptions(field(/^Wie belt er/), 'Meneer Vandenbroucke, trouwe klant');
  expect((await screen.findByRole('status', { name: 'Bijkomend aanbod' })).textContent).toContain('kaasplank');
  await user.click(screen.getByRole('button', { name: 'Van voren af aan' }));
  expect(offer()).toBeNull();
  expect(scene.store.casework.answers).toEqual([]);
});

test('of two steps with one title the second is found while it is written, and gone to by its key', async () => {
  const scene = sceneNamed('script-editor');
  const user = await openScript(scene);
  const { steps } = scriptRow.definition;
  const [first, , third] = steps;
  await user.click(step(new RegExp(`^${third!.title}`)));
  await write(user, /^Titel/, first!.title);
  await user.click(await screen.findByRole('button', { name: 'Bevindingen (1)' }));
  expect(screen.getByText(/^Een eerdere stap heet ook zo/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Proberen' }));
  await user.keyboard('{Control>}y{/Control}');
  await user.type(await screen.findByLabelText(/^Naar welke stap/), `${first!.title} (${third!.key})`);
  await user.type(screen.getByLabelText(/^Waarom wijkt u af/), 'Vraagt erom');
  await user.click(screen.getByRole('button', { name: 'Ga naar deze stap' }));
  // The step's own answers are offered now.
  await screen.findByRole('button', { name: new RegExp(`^${third!.answers[0]!.label}`) });
});

test('a reviewed version is planned, stands there with its moment, and is taken back before it comes', async () => {
  const scene = sceneNamed('script-editor');
  scene.main.scripts.colleagueSaves(id, (script) => ({ ...script, objectionBudget: 1 }));
  const user = await openScript(scene);
  await user.click(screen.getByRole('button', { name: 'Versies' }));
  const draft = (): HTMLElement => within(screen.getByRole('list', { name: 'Versies' })).getAllByRole('listitem')[0]!;
  await user.click(await screen.findByRole('button', { name: 'Nagelezen en goed' }));
  const moment = await screen.findByLabelText('In gebruik vanaf');
  expect(screen.queryByRole('button', { name: 'Inplannen' })).toBeNull();
  fireEvent.change(moment, { target: { value: '2031-02-03T08:30' } });
  await user.click(screen.getByRole('button', { name: 'Inplannen' }));
  await waitFor(() => expect(draft().textContent).toMatch(/ingepland.*vanaf 03\/02\/2031, 08:30/));
  expect(scene.main.scripts.documents.get(id)![0]!.liveFrom).toBe(new Date('2031-02-03T08:30').toISOString());
  await user.click(within(draft()).getByRole('button', { name: 'Planning intrekken' }));
  await waitFor(() => expect(draft().textContent).toContain('nagelezen'));
  expect(draft().textContent).not.toContain('vanaf 03');
  expect(scene.main.scripts.documents.get(id)!.map(({ state }) => state)).toEqual(['reviewed', 'live']);
});

test('a script leaves as a file and comes back with its key and version; what is no script changes nothing, and says so', async () => {
  const scene = sceneNamed('script-editor');
  const { scripts } = scene.main;
  const user = await openScript(scene);
  const fromMenu = async (name: string): Promise<void> => {
    await user.keyboard('{Control>}8{/Control}');
    await user.click(await screen.findByRole('menuitem', { name }));
  };
  await fromMenu('Als bestand bewaren');
  await waitFor(() => expect(scripts.exported).toHaveLength(1));
  const file = JSON.parse(scripts.exported[0]!) as Script;
  expect(file).toMatchObject({ $schema: 'urn:balie:schema:script', key: scriptRow.definition.key });
  scripts.file = '{"steps":{"length":1e9}}';
  await fromMenu('Bestand inlezen');
  await screen.findByText(/^Dit bestand is geen script van Balie/);
  expect(field(/^Eigen tekst/).value).toBe(scriptRow.definition.steps[0]!.say);
  scripts.file = JSON.stringify({ ...file, key: 'van-een-ander', version: 900, steps: file.steps.map((each, index) => (index === 0 ? { ...each, say: 'Uit een bestand.' } : each)) });
  await fromMenu('Bestand inlezen');
  await waitFor(() => expect(field(/^Eigen tekst/).value).toBe('Uit een bestand.'));
  await user.keyboard('{Control>}s{/Control}');
  await screen.findByText('Versie 15, alles bewaard');
  expect(newest(scene)).toMatchObject({ key: scriptRow.definition.key, version: 15 });
});
