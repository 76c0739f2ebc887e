package dev.sayso.landing.visit;

import dev.sayso.OnPostgres;

@OnPostgres
class ReceiptsOnPostgresTests extends ReceiptsTests {

}
