package dev.sayso.offer;

import dev.sayso.OnPostgres;

@OnPostgres
class PlacementsOnPostgresTests extends PlacementsTests {

}
