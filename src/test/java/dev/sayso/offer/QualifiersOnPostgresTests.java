package dev.sayso.offer;

import dev.sayso.OnPostgres;

@OnPostgres
class QualifiersOnPostgresTests extends QualifiersTests {

}
