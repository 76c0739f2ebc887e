package dev.sayso.offer.placement;

import dev.sayso.OnPostgres;

@OnPostgres
class PlacementsOnPostgresTests extends PlacementsTests {

}
