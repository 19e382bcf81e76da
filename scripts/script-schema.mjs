import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scriptJsonSchema } from '../shared/domain/script/json-schema.ts';
import { projectRoot } from './lib/paths.mjs';

/** The JSON Schema of scripts, as it is published: npm run scripts:schema */
const schemaFile = join(projectRoot, 'resources', 'script.schema.json');

writeFileSync(schemaFile, `${JSON.stringify(scriptJsonSchema(), null, 2)}\n`);
console.log(schemaFile);
