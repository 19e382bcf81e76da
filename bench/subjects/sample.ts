import { testCentre } from '../../tests/fixtures/centre.ts';
import type { ImportRows } from '../../central/sync/import.ts';

const centre = testCentre();
export const sampleRows = (): ImportRows => centre.rows;
export const customers = centre.customers.map(({ name, phone }) => ({ name: name.replace(/[^\w ]/g,''), number: phone }));
export const queueKey = centre.queue.key;
