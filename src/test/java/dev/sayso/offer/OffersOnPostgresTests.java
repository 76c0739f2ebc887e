package dev.sayso.offer;

import dev.sayso.OnPostgres;

@OnPostgres
class OffersOnPostgresTests extends OffersTests {

}
