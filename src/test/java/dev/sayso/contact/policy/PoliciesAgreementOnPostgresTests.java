package dev.sayso.contact.policy;

import dev.sayso.OnPostgres;

@OnPostgres
class PoliciesAgreementOnPostgresTests extends PoliciesAgreementTests {

}
