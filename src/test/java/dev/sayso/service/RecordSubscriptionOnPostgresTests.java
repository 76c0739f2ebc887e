package dev.sayso.service;

import dev.sayso.OnPostgres;

@OnPostgres
class RecordSubscriptionOnPostgresTests extends RecordSubscriptionTests {

}
