package dev.sayso.offer.collection;

import dev.sayso.OnPostgres;

@OnPostgres
class QualifiersOnPostgresTests extends QualifiersTests {

}
