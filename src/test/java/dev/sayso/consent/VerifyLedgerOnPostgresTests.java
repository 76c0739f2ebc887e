package dev.sayso.consent;

import dev.sayso.OnPostgres;

@OnPostgres
class VerifyLedgerOnPostgresTests extends VerifyLedgerTests {

}
