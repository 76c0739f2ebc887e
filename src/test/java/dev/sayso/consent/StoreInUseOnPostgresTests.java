package dev.sayso.consent;

import dev.sayso.OnPostgres;

@OnPostgres
class StoreInUseOnPostgresTests extends StoreInUseTests {

}
