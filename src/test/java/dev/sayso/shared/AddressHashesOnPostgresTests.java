package dev.sayso.shared;

import dev.sayso.OnPostgres;

@OnPostgres
class AddressHashesOnPostgresTests extends AddressHashesTests {

}
