package dev.sayso.store;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class TimedQueriesOnPostgresTests extends TimedQueriesTests {

}
