package dev.sayso.contact.text;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class InboundTextsOnPostgresTests extends InboundTextsTests {

}
