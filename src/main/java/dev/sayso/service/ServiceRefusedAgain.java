package dev.sayso.service;

import dev.sayso.shared.ProfileId;

/**
 * A person said a no to a service that stood already; published in the transaction in
 * which they did, since it answers what waits beside that no.
 *
 * @param service its key
 */
public record ServiceRefusedAgain(ProfileId profile, String service) {

}
