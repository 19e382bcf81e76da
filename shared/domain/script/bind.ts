/** Fields of the customer's file that a script's field can be, each with the type it then has. */
export const boundTypes = {
  'customer.givenName': 'text',
  'customer.familyName': 'text',
  'customer.organisationName': 'text',
  'customer.vatNumber': 'vat',
  'customer.birthDate': 'date',
  'contact.phone': 'phone',
  'contact.mobile': 'phone',
  'contact.email': 'email',
  'address.street': 'text',
  'address.houseNumber': 'text',
  'address.box': 'text',
  'address.postcode': 'postcode',
  'address.town': 'text',
} as const;
export type BoundTo = keyof typeof boundTypes;

/** The same by the name that the field has in the customer's form. */
type AfterPoint<T extends string> = T extends `${string}.${infer Rest}` ? Rest : never;
export type BoundFormField = AfterPoint<BoundTo>;

/** @returns the name of the form's field. */
export function formFieldOf(bind: BoundTo): BoundFormField {
  return bind.slice(bind.indexOf('.') + 1) as BoundFormField;
}
