package dev.sayso.consent;

import dev.sayso.OnPostgres;

@OnPostgres
class LedgerReplayOnPostgresTests extends LedgerReplayTests {

}
