package dev.sayso.contact.policy;

import dev.sayso.audit.CatalogueRepository;

/**
 * All the policies: a deployment has dozens.
 */
interface ConsentPolicies extends CatalogueRepository<ConsentPolicy> {

}
