package dev.sayso.offer;

import dev.sayso.OnPostgres;

@OnPostgres
class OfferLanguagesOnPostgresTests extends OfferLanguagesTests {

}
