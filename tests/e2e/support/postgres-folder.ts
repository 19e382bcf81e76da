/** The variable that tells a worker where the PostgreSQL of this run is; unset where there is none. */
export const postgresFolder = 'BALIE_TESTS_POSTGRES';
