import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

const debianFolder = '/usr/lib/postgresql';

/** @returns the folder of PostgreSQL's programs (Debian package `postgresql`), or null where it is not installed. */
export function postgresPrograms(): string | null {
  if (!existsSync(debianFolder)) return null;
  const versions = readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(debianFolder, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as `nobody`. */
function asUser(folder: string, command: readonly string[]): readonly string[] {
  if (process.getuid?.() !== 0) return command;
  const id = (kind: string): number => Number(spawnSync('id', [kind, 'nobody'], { encoding: 'utf8' }).stdout);
  chownSync(folder, id('-u'), id('-g'));
  return ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', '--', ...command];
}

const newName = (): string => `t${randomBytes(6).toString('hex')}`;

/** A PostgreSQL on a Unix socket in a folder, whoever started it. */
export class Postgres {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  urlOf(database: string): string {
    return `postgresql://balie@localhost/${database}?host=${encodeURIComponent(this.folder)}`;
  }

  /** @returns the URL of a new, empty database. */
  async createDatabase(): Promise<string> {
    const name = newName();
    await this.run('postgres', `create database ${name}`);
    return this.urlOf(name);
  }

  /** @param url of a database to which nobody is connected. @returns the URL of a new one with the same in it. */
  async copyDatabase(url: string): Promise<string> {
    const name = newName();
    await this.run('postgres', `create database ${name} template ${new URL(url).pathname.slice(1)}`);
    return this.urlOf(name);
  }

  /** @returns the tables in which any column of any row has these words. */
  async tablesWith(url: string, words: string): Promise<string[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string }>("select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1");
      const found: string[] = [];
      for (const { name } of rows) {
        const { rowCount } = await client.query(`select 1 from ${client.escapeIdentifier(name)} as t where position($1 in t::text) > 0 limit 1`, [words]);
        if (rowCount !== 0) found.push(name);
      }
      return found;
    } finally {
      await client.end();
    }
  }

  async run(database: string, statement: string): Promise<void> {
    const client = new Client({ connectionString: this.urlOf(database) });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

interface ServerOptions {
  /** Writes to disk as in earnest; without, a test is not kept waiting. */
  readonly durable?: boolean;
}

/** A real PostgreSQL of one's own: a folder, a Unix socket in it, no network. */
export class PostgresServer extends Postgres {
  readonly #child: ChildProcess;
  #log = '';

  private constructor(programs: string, { durable = false }: ServerOptions) {
    super(mkdtempSync(join(tmpdir(), 'balie-pg-')));
    const data = join(this.folder, 'data');
    const run = (command: readonly string[]): [string, string[]] => {
      const [program = '', ...args] = asUser(this.folder, command);
      return [program, args];
    };
    const made = spawnSync(...run([join(programs, 'initdb'), '-D', data, '-U', 'balie', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']), { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || String(made.error)}`);
    const settings = [...(durable ? [] : ['-c', 'fsync=off']), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${this.folder}`, '-c', 'max_connections=200'];
    this.#child = spawn(...run([join(programs, 'postgres'), '-D', data, ...settings]), { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#log += chunk.toString()));
    process.once('exit', () => this.#child.kill('SIGKILL'));
  }

  static async start(programs: string, options: ServerOptions = {}): Promise<PostgresServer> {
    const server = new PostgresServer(programs, options);
    await server.#ready();
    return server;
  }

  /** Ends it as `pg_ctl stop -m immediate` would. */
  async stop(): Promise<void> {
    const exited = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGQUIT');
    await exited;
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The server says when it is ready. */
  async #ready(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#child.stderr?.on('data', () => this.#log.includes('ready to accept connections') && resolve());
      this.#child.once('exit', (code) => reject(new Error(`postgres ended with ${String(code)}: ${this.#log}`)));
      this.#child.once('error', reject);
    });
  }
}
