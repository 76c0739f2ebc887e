package dev.sayso.person;

import dev.sayso.shared.ProfileId;

/**
 * A person was erased; every room that holds something of theirs deletes it in the same
 * transaction.
 *
 * @param origin of the order to erase them
 */
public record ProfileErased(ProfileId profile, Origin origin) {

}
