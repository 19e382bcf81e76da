import { expect, test } from 'vitest';
import type { Order } from '#shared/domain/ordering/order.ts';
import { printSheetSchema } from '#shared/domain/print-sheet.ts';
import { createTexts } from '../../i18n/i18n.ts';
import { orderPrint } from './order-print.ts';

const id = '01890000-0000-7000-8000-000000000001';
const order: Order = {
  ...{ id, version: 3, updatedAt: '2026-11-28T10:00:00.000Z', number: 'O-100204', customerId: id, interactionId: null, agentId: null, state: 'confirmed', language: 'nl', priority: 'normal' },
  lines: [{ id, productId: id, name: { nl: 'Proefdoos Loire' }, quantity: 2, unitCents: 5400, vatRate: 2100, discountKey: 'loyal', discountCents: 1080 }],
  delivery: { street: 'Coupure Links', houseNumber: '48', box: null, postcode: '9000', town: 'Gent', country: 'BE' },
  ...{ slotId: null, note: 'Buur op 46', terms: [], deliveryCents: 0, totalCents: 9720, toldFor: '2026-12-03', promisedFor: '2026-12-04', placedAt: '2026-11-28T10:00:00.000Z', history: [], reason: '' },
};

test('an order on paper has its lines as they were priced, where it goes, the day that was promised, and the sum', () => {
  const sheet = printSheetSchema.parse(orderPrint(order, { t: createTexts('nl').t, language: 'nl', operator: 'Lotte', now: Date.UTC(2026, 10, 28, 11) }));
  expect(sheet.title).toBe('Bestelling O-100204');
  const [facts, table] = sheet.sections;
  expect(JSON.stringify(facts)).toContain('Coupure Links 48, 9000 Gent');
  const rows = (table?.kind === 'table' ? table.rows : []).map((row) => row.map((cell) => cell.replaceAll(/\s/g, ' ')));
  expect(rows[0]).toEqual(['Proefdoos Loire', '2', '€ 54,00', '21%', '− € 10,80', '€ 97,20']);
  expect(rows.at(-1)).toEqual(['Totaal incl. btw', '', '', '', '', '€ 97,20']);
});
