package dev.sayso.consent;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class ContactDoorsOnPostgresTests extends ContactDoorsTests {

}
