package dev.sayso.profile.list;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class ProfileSearchOnPostgresTests extends ProfileSearchTests {

}
