package dev.sayso.consent.suppression;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class RecordAddressNoOnPostgresTests extends RecordAddressNoTests {

}
