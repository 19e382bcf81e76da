import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { answer, startRun } from '#shared/domain/script/engine.ts';
import { stateOf } from '#shared/domain/script/run.ts';
import { factsOf } from '../../../tests/fixtures/scripts.ts';
import { sampleId, scriptRow } from '../../../tests/workspace-preview/sample-data.ts';
import { sceneNamed } from '../../../tests/workspace-preview/scenes.ts';
import { openWorkspace } from './open-workspace.tsx';

const script = () => screen.getByRole('region', { name: /^Script/ });
const first = sampleId(10, 1);
const interactionId = sampleId(8, 1);
const bridgeName = 'Om de stilte te overbruggen';

/** Nobody has spoken for a while. */
async function fallSilent({ main }: ReturnType<typeof sceneNamed>): Promise<HTMLElement> {
  await screen.findByRole('heading', { name: 'Breuk of tekort' });
  await act(async () => main.hear(first, false, false, new Date(Date.now() - 30_000).toISOString()));
  return await screen.findByRole('region', { name: bridgeName });
}

const kept = (scene: ReturnType<typeof sceneNamed>) => stateOf(scene.store.files.get(interactionId)!.interaction.scriptRun!);

test('a step with mandatory terms is answered only once they are ticked, by their key, and each version is kept', async () => {
  const scene = sceneNamed('terms');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Verkoopsvoorwaarden' });
  expect(within(script()).queryByRole('button', { name: /^Akkoord/ })).toBeNull();
  expect(within(script()).getByRole('button', { name: /^Niet akkoord/ })).toBeTruthy();
  await user.keyboard('{Control>}t{/Control}');
  await waitFor(() => expect(kept(scene).terms).toEqual({ betaling: 3, herroeping: 3 }));
  await user.keyboard('{Control>}t{/Control}');
  expect(await within(script()).findByRole('button', { name: /^Akkoord/ })).toBeTruthy();
  expect(kept(scene).terms).toEqual({ betaling: 3, herroeping: 3, leeftijd: 1 });
});

test('terms that are open cannot be skipped without a reason', async () => {
  const { user } = await openWorkspace(sceneNamed('terms'));
  await screen.findByRole('heading', { name: 'Verkoopsvoorwaarden' });
  await user.keyboard('{Alt>}o{/Alt}');
  expect(await screen.findByRole('textbox', { name: /^Waarom slaat u/ })).toBeTruthy();
});

test('while it rings another script is chosen by one key and its number; escape leaves it as it was', async () => {
  const scene = sceneNamed('ringing-known');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('region', { name: /^Script · Bestelling wijnabonnement/ });
  await user.keyboard('{Control>}9{/Control}');
  const list = await screen.findByRole('list', { name: 'Script kiezen' });
  expect(within(list).getAllByRole('button').map((button) => button.getAttribute('aria-current'))).toEqual(['true', null]);
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Klantendienst: vraag of klacht'));
  await user.keyboard('{Escape}');
  await screen.findByRole('region', { name: /^Script · Bestelling wijnabonnement/ });
  await user.keyboard('{Control>}9{/Control}');
  await screen.findByRole('list', { name: 'Script kiezen' });
  await user.keyboard('2');
  await screen.findByRole('region', { name: /^Script · Klantendienst: vraag of klacht/ });
  expect(scene.store.files.get(interactionId)!.script?.key).toBe('klantendienst-vraag');
});

test('a call without a script is given one', async () => {
  const scene = sceneNamed('ringing-known');
  scene.store.files.set(interactionId, { ...scene.store.files.get(interactionId)!, queue: null, script: null });
  const { user } = await openWorkspace(scene);
  await user.click(await within(await screen.findByRole('region', { name: 'Script' })).findByRole('button', { name: 'Script kiezen' }));
  await user.click(await screen.findByRole('button', { name: /^Klantendienst/ }));
  await screen.findByRole('region', { name: /^Script · Klantendienst: vraag of klacht/ });
});

test('when both sides have been silent, the next useful sentence is offered until the customer speaks', async () => {
  const scene = sceneNamed('silence');
  const { user } = await openWorkspace(scene);
  expect((await fallSilent(scene)).textContent).toContain('Om hoeveel flessen gaat het precies?');
  await act(async () => scene.main.hear(first, true, false));
  expect(screen.getByRole('region', { name: bridgeName })).toBeTruthy();
  await act(async () => scene.main.hear(first, false, true));
  await waitFor(() => expect(screen.queryByRole('region', { name: bridgeName })).toBeNull());
  await user.keyboard('{Control>}e{/Control}');
  expect(await screen.findByRole('region', { name: bridgeName })).toBeTruthy();
});

test('on hold no sentence is offered, however long the silence', async () => {
  const scene = sceneNamed('silence');
  await openWorkspace(scene);
  await fallSilent(scene);
  await act(async () => scene.main.line.setHeld(first, true));
  await waitFor(() => expect(screen.queryByRole('region', { name: bridgeName })).toBeNull());
});

test('speaking through the customer brings a hint that only the operator sees', async () => {
  const scene = sceneNamed('terms');
  await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Verkoopsvoorwaarden' });
  const at = (second: number): string => new Date(Date.UTC(2026, 10, 26, 10, 0, second)).toISOString();
  await act(async () => {
    scene.main.hear(first, false, true, at(0));
    scene.main.hear(first, true, true, at(1));
    scene.main.hear(first, false, true, at(3));
  });
  expect(await screen.findByText('Laat de klant even uitspreken.')).toBeTruthy();
});

test('the form of address is switched in the call, and the words with it', async () => {
  const scene = sceneNamed('silence');
  const { user } = await openWorkspace(scene);
  expect((await screen.findByText(/hebt u de doos nog/)).textContent).toBeTruthy();
  await user.keyboard('{Control>}f{/Control}');
  expect(await screen.findByText(/heb je de doos nog/)).toBeTruthy();
  await waitFor(() => expect(kept(scene).register).toBe('informal'));
});

test('another step is gone to out of order, with a reason', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('region', { name: /^Script/ });
  await user.keyboard('{Control>}y{/Control}');
  await user.type(await screen.findByRole('combobox', { name: /^Naar welke stap/ }), 'afsluiting{Enter}');
  expect(within(script()).getByText('Vul dit veld in.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /^Waarom wijkt u af/ }), 'Klant moet weg{Enter}');
  await screen.findByRole('heading', { name: 'Afsluiting' });
  expect(kept(scene).trail.at(-1)).toMatchObject({ answer: null, reason: 'Klant moet weg' });
});

test('out of an optional step the number of a usual reason is enough; out of a mandatory one it is said in words of one\'s own', async () => {
  const scene = sceneNamed('connected-organisation');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Opening' });
  await user.keyboard('{Control>}y{/Control}');
  await user.type(await screen.findByRole('combobox', { name: /^Naar welke stap/ }), 'identiteit controleren');
  await user.tab();
  await user.keyboard('3');
  await user.keyboard('1{Enter}');
  await screen.findByRole('heading', { name: 'Identiteit controleren' });
  const run = () => stateOf([...scene.store.files.values()].find(({ interaction }) => interaction.scriptRun !== null)!.interaction.scriptRun!);
  expect(run().trail).toMatchObject([{ step: 'opening', answer: null, reason: 'Klant begint er zelf over' }]);
  await user.keyboard('{Control>}y{/Control}');
  await screen.findByRole('combobox', { name: /^Naar welke stap/ });
  expect(within(script()).queryByRole('group', { name: 'Gebruikelijke redenen' })).toBeNull();
  expect(within(script()).getByText(/vraagt een reden in uw eigen woorden/)).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('combobox', { name: /^Naar welke stap/ })).toBeNull();
});

test.each([
  ['left out', '{Alt>}o{/Alt}', /^Waarom slaat u/],
  ['left for another', '{Control>}y{/Control}', /^Waarom wijkt u af/],
])('why a step is %s is journaled as it is typed: a page that died opens it again, and given up it is gone', async (_, key, asks) => {
  const scene = sceneNamed('connected');
  const { user, close } = await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Tegenwerping: te duur' });
  await user.keyboard(key);
  await user.type(await screen.findByRole('textbox', { name: asks }), 'Lijn viel');
  await waitFor(() => expect(Object.values(scene.store.files.get(interactionId)!.draft)).toContain('Lijn viel'));
  close();
  const again = await openWorkspace(scene);
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: asks })).value).toBe('Lijn viel');
  await again.user.type(screen.getByRole('textbox', { name: asks }), '{Escape}');
  await waitFor(() => expect(Object.keys(scene.store.files.get(interactionId)!.draft).filter((field) => field.startsWith('form.leave'))).toEqual([]));
});

test('counter-arguments are counted where everybody can read them; once they are spent only the closing path is left, also for a jump', async () => {
  const scene = sceneNamed('connected');
  const { user } = await openWorkspace(scene);
  await screen.findByRole('heading', { name: 'Tegenwerping: te duur' });
  const { objectionBudget } = scriptRow.definition;
  for (let spent = kept(scene).objections; spent < objectionBudget; spent += 1) {
    expect(within(script()).getByText(`${spent} van ${objectionBudget}`)).toBeTruthy();
    if (within(script()).queryByRole('button', { name: /tegenwerping/ }) === null) await user.click(within(script()).getByRole('button', { name: /^Gaat verder/ }));
    await user.click((await within(script()).findAllByRole('button', { name: /tegenwerping/ }))[0]!);
  }
  expect(await within(script()).findByText(`${objectionBudget} van ${objectionBudget}`)).toBeTruthy();
  await user.click(within(script()).getByRole('button', { name: /^Gaat verder/ }));
  await screen.findByRole('heading', { name: 'Bestelling opnemen' });
  const answers = within(screen.getByRole('group', { name: 'Antwoorden van de klant' })).getAllByRole('button');
  expect(answers.map((answer) => answer.firstElementChild?.textContent)).toEqual(['Keuze gemaakt', 'Vraagt advies bij de keuze', 'Ziet af van de bestelling']);
  await user.keyboard('{Control>}y{/Control}');
  const steps = [...document.querySelectorAll('datalist option')].map((option) => option.getAttribute('value'));
  expect(steps).toContain('Afsluiting');
  expect(steps.filter((title) => title?.startsWith('Tegenwerping'))).toEqual([]);
});

test('where the queue says how many counter-arguments a call may have, the pips say so, and no more are offered', async () => {
  const scene = sceneNamed('connected');
  const [file] = scene.store.files.values();
  const { interaction } = file!;
  const { run } = answer(scriptRow.definition, { ...startRun(scriptRow.definition), ...interaction.scriptRun, objectionBudget: 2 }, 'nogSteeds', factsOf(interaction.captured), new Date().toISOString());
  scene.store.files.set(interaction.id, { ...file!, objectionBudget: 3, interaction: { ...interaction, scriptRun: run } });
  await openWorkspace(scene);
  expect(await screen.findByText('2 van 2')).toBeTruthy();
  expect(within(script()).queryByRole('button', { name: /tegenwerping/ })).toBeNull();
});

test.each([
  ['order', /^Bestelling/, () => screen.getByRole('tab', { name: 'Bestelling', selected: true })],
  ['transfer', /^Doorverbinden/, () => screen.getByRole('combobox', { name: /^Naar wie/ })],
  ['look-up', /^Opzoeken/, () => screen.getByRole('complementary', { name: /^Kennis/ })],
] as const)('beside a step of kind %s lies its tool', async (kind, name, opened) => {
  const scene = sceneNamed('connected');
  const file = scene.store.files.get(interactionId)!;
  const { definition } = file.script!;
  const step = definition.steps.find((candidate) => candidate.kind === kind)!;
  scene.store.files.set(interactionId, { ...file, interaction: { ...file.interaction, scriptRun: { scriptKey: definition.key, scriptVersion: definition.version, start: step.key, events: [] } } });
  const { user } = await openWorkspace(scene);
  await screen.findByRole('heading', { name: step.title });
  await user.click(within(script()).getByRole('button', { name }));
  await waitFor(opened);
});

test('where a colleague was who put the call through is said while the script stands there', async () => {
  await openWorkspace(sceneNamed('connected-handed-over'));
  expect(await within(script()).findByText('Karim Bensaïd kwam in dit script tot hier. Wat al genoteerd was, staat er.')).toBeTruthy();
});

test('a call over another queue keeps its own script, and says which one the colleague was in', async () => {
  await openWorkspace(sceneNamed('connected-handed-over-elsewhere'));
  expect(await within(script()).findByText('Karim Bensaïd was in het script “Vraag aan de klantendienst”, bij “Oplossing voorstellen”. Deze oproep heeft een eigen script.')).toBeTruthy();
});
