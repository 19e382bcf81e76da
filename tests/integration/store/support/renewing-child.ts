/** Not a test: a process that writes a database anew again and again, under one key and the other, until it is killed. */
import { silentLogger } from '#shared/domain/logger.ts';
import { renewDatabase } from '../../../../electron/store/rescue/renew.ts';

const [path = '', first = '', second = ''] = process.argv.slice(2);
for (let [from, to] = [first, second]; ; [from, to] = [to, from]) {
  process.stdout.write('renewing\n');
  renewDatabase({ path, key: from }, to, silentLogger);
}
