// Orders that the warehouse can pack, with the name of each customer.
//   CENTRAL_URL=https://central.example.be CENTRAL_USER=erp CENTRAL_PASSWORD=… node examples/open-orders.mjs
import { randomUUID } from 'node:crypto';
import { CentralProblem, createCentralClient, everyItem } from '../index.mjs';

const { CENTRAL_URL: url = 'http://127.0.0.1:7420', CENTRAL_USER: username = '', CENTRAL_PASSWORD: password = '' } = process.env;

const session = await createCentralClient({ url }).POST('/v1/session', {
  body: { username, password, device: { id: randomUUID(), name: 'erp', platform: 'linux' } },
});
if (session.data === undefined) throw new CentralProblem(session.error);
const central = createCentralClient({ url, token: session.data.accessToken });

for await (const order of everyItem((cursor) => central.GET('/v1/orders', { params: { query: { state: 'confirmed', limit: 200, cursor } } }))) {
  const { data: customer } = await central.GET('/v1/customers/{id}', { params: { path: { id: order.customerId } } });
  console.log(order.number, order.promisedFor, customer?.organisationName ?? customer?.familyName, order.lines.length);
}
await central.DELETE('/v1/session');
