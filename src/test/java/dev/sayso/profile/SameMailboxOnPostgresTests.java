package dev.sayso.profile;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class SameMailboxOnPostgresTests extends SameMailboxTests {

}
