package dev.sayso.contact.policy;

/**
 * A policy was changed, enabled or disabled.
 */
record PoliciesChanged() {

}
