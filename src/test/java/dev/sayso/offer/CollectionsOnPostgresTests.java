package dev.sayso.offer;

import dev.sayso.OnPostgres;

@OnPostgres
class CollectionsOnPostgresTests extends CollectionsTests {

}
