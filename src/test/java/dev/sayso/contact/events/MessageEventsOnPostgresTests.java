package dev.sayso.contact.events;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class MessageEventsOnPostgresTests extends MessageEventsTests {

}
