package dev.sayso.account;

import dev.sayso.OnPostgres;

@OnPostgres
class AccountsOnPostgresTests extends AccountsTests {

}
