import { expect, test } from 'vitest';
import { answer, startRun } from '#shared/domain/script/engine.ts';
import { factsOf } from '../../../../tests/fixtures/scripts.ts';
import { outcomes, sampleFileOf, sampleId, sampleInteraction, serviceScriptRow } from '../../../../tests/workspace-preview/sample-data.ts';
import { byPurpose } from './outcomes-by-purpose.ts';

const at = '2026-11-23T08:00:00.000Z';
const { definition } = serviceScriptRow;
const codes = ['transferred', 'subscription-changed', 'callback-agreed', 'complaint-solved', 'complaint-noted', 'question-answered'];
const ofCentre = codes.map((code, order) => ({ ...outcomes[0]!, id: sampleId(3, 50 + order), code, order }));

/** The service script after these answers. */
function file(answers: readonly string[]) {
  let run = startRun(definition);
  for (const key of answers) run = answer(definition, run, key, factsOf(), at).run;
  return sampleFileOf(sampleInteraction(1, { scriptRun: run }), sampleId(10, 1), { script: serviceScriptRow, outcomes: ofCentre });
}

const shown = (answers: readonly string[]): string[] => byPurpose(file(answers)).map(({ code }) => code);

test("the purpose's outcomes stand first, each group in the centre's order, and none is lost", () => {
  expect(shown(['klant', 'klopt', 'levering'])).toEqual(['transferred', 'callback-agreed', 'complaint-solved', 'complaint-noted', 'subscription-changed', 'question-answered']);
  expect(shown(['klant', 'klopt', 'factuur'])).toEqual(['transferred', 'callback-agreed', 'question-answered', 'subscription-changed', 'complaint-solved', 'complaint-noted']);
});

test("before there is a purpose, or without a script, it is the centre's order", () => {
  expect(shown([])).toEqual(codes);
  expect(byPurpose({ ...file(['klant', 'klopt', 'levering']), script: null })).toEqual(ofCentre);
});
