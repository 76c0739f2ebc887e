package dev.sayso.contact.policy;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class PoliciesOnPostgresTests extends PoliciesTests {

}
