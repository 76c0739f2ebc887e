package dev.sayso.landing;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class PublishPageOnPostgresTests extends PublishPageTests {

}
