package dev.sayso.offer.collection;

import dev.sayso.OnPostgres;

@OnPostgres
class CollectionsOnPostgresTests extends CollectionsTests {

}
