package dev.sayso.contact.receiver;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class WebhooksOnPostgresTests extends WebhooksTests {

}
