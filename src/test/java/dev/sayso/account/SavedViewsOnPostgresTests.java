package dev.sayso.account;

import dev.sayso.OnPostgres;

@OnPostgres
class SavedViewsOnPostgresTests extends SavedViewsTests {

}
