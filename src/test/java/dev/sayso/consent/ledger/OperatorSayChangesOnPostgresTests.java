package dev.sayso.consent.ledger;

import dev.sayso.OnPostgres;

@OnPostgres
class OperatorSayChangesOnPostgresTests extends OperatorSayChangesTests {

}
