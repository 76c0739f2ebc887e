package dev.sayso.consent;

import dev.sayso.OnPostgres;

@OnPostgres
class RecordByOperatorOnPostgresTests extends RecordByOperatorTests {

}
