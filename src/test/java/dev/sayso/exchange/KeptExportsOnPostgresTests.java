package dev.sayso.exchange;

import dev.sayso.OnPostgres;

@OnPostgres
class KeptExportsOnPostgresTests extends KeptExportsTests {

}
