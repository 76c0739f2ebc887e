package dev.sayso.consent.ledger;

import dev.sayso.OnPostgres;

@OnPostgres
class RecordSayOnPostgresTests extends RecordSayTests {

}
