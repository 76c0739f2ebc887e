package dev.sayso.service.batch;

import dev.sayso.OnPostgres;

@OnPostgres
class SubscriptionBatchOnPostgresTests extends SubscriptionBatchTests {

}
