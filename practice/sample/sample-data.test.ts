import { isValidPhoneNumber } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { entitySchemas, type EntityName } from '#shared/domain/entities.ts';
import { belgianPlaces, isVatNumber, vatNumber } from './belgium.ts';
import { knownCustomers } from './known-callers.ts';
import { sampleRows } from './sample-data.ts';

const rows = sampleRows();
const customers = rows.customer ?? [];
const points = rows.contactPoint ?? [];

describe('the sample centre', () => {
  it('is the same every time', () => {
    expect(sampleRows()).toEqual(rows);
    expect(customers[0]?.id).toBe(sampleRows().customer?.[0]?.id);
    expect(sampleRows(1, 10).customer?.[0]?.id).not.toBe(customers[0]?.id);
  });

  it('fits the schemas, with ids that never repeat', () => {
    const ids = Object.entries(rows).flatMap(([entity, list]) => list.map((row) => entitySchemas[entity as EntityName].parse(row).id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has 5,000 customers with history for a part of them', () => {
    expect(customers).toHaveLength(5_000);
    expect(new Set(customers.map((customer) => customer.customerNumber)).size).toBe(5_000);
    const called = new Set((rows.interaction ?? []).map((interaction) => interaction.customerId)).size;
    expect(called).toBeGreaterThan(1_500);
    expect(called).toBeLessThan(2_000);
  });

  it('has a call for every interaction, answered or missed', () => {
    const interactions = rows.interaction ?? [];
    expect(new Set(rows.callLeg?.map((leg) => leg.interactionId))).toEqual(new Set(interactions.map((interaction) => interaction.id)));
    expect(interactions.filter((interaction) => interaction.answeredAt === null).length).toBeGreaterThan(100);
  });

  it('has telephone numbers that can exist', () => {
    const wrong = points.filter((point) => point.kind !== 'email' && !isValidPhoneNumber(point.value));
    expect(wrong.map((point) => point.value)).toEqual([]);
  });

  it('has numbers that several customers share', () => {
    const owners = Map.groupBy(points.filter((point) => point.kind === 'phone'), (point) => point.value);
    expect([...owners.values()].filter((list) => list.length > 1).length).toBeGreaterThan(20);
  });

  it('writes to nobody: every mail domain is reserved', () => {
    const domains = new Set(points.filter((point) => point.kind === 'email').map((point) => point.value.replace(/.*@/, '')));
    expect([...domains].filter((domain) => !/^example\.(com|org|net)$|\.example$/.test(domain))).toEqual([]);
  });

  it('has VAT numbers whose check digits are right', () => {
    expect(vatNumber(1_234_567)).toBe('BE0123456749');
    expect(isVatNumber('BE0123456748')).toBe(false);
    const wrong = customers.filter((customer) => customer.vatNumber !== null && !isVatNumber(customer.vatNumber));
    expect(wrong).toEqual([]);
    expect(customers.filter((customer) => customer.vatNumber !== null).length).toBeGreaterThan(400);
  });

  it('keeps postcode and town together', () => {
    const pairs = new Set(belgianPlaces.map((place) => `${place.postcode} ${place.town}`));
    expect(pairs.size).toBeGreaterThan(400);
    expect((rows.address ?? []).filter((address) => !pairs.has(`${address.postcode} ${address.town}`))).toEqual([]);
  });

  it('knows the practice callers by their number', () => {
    for (const known of knownCustomers) {
      const owner = points.find((point) => point.value === known.contactPoints[0]?.value)?.customerId;
      expect(customers.find((customer) => customer.id === owner)?.familyName).toBe(known.customer.familyName);
    }
  });
});
