package dev.sayso.consent;

import dev.sayso.OnPostgres;

@OnPostgres
class RecordSayOnPostgresTests extends RecordSayTests {

}
