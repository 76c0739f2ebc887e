package dev.sayso.person;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class SearchKeyRenewalOnPostgresTests extends SearchKeyRenewalTests {

}
