package dev.sayso.contact.feed;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class ChangesOnPostgresTests extends ChangesTests {

}
