package dev.sayso.audit;

import dev.sayso.OnPostgres;

@OnPostgres
class ActivityOnPostgresTests extends ActivityTests {

}
