package dev.sayso.contact.events;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL, posted as senders post it.
 */
@OnPostgres
class ProviderEventsOnPostgresTests extends ProviderEventsTests {

}
