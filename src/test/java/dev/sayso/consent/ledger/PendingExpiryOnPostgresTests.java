package dev.sayso.consent.ledger;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class PendingExpiryOnPostgresTests extends PendingExpiryTests {

}
