package dev.sayso.exchange;

import dev.sayso.OnPostgres;

@OnPostgres
class ImportOnPostgresTests extends ImportTests {

}
