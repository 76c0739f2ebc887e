package dev.sayso.consent.ledger;

import dev.sayso.OnPostgres;

@OnPostgres
class LedgerVerificationOnPostgresTests extends LedgerVerificationTests {

}
