package dev.sayso.mail;

import dev.sayso.OnPostgres;

@OnPostgres
class OutboxOnPostgresTests extends OutboxTests {

}
