package dev.sayso.offer;

import dev.sayso.OnPostgres;

@OnPostgres
class OfferFieldsOnPostgresTests extends OfferFieldsTests {

}
