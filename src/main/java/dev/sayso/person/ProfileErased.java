package dev.sayso.person;

import dev.sayso.shared.ProfileId;

/**
 * A person was erased; every room that holds something of theirs deletes it in the same
 * transaction.
 */
public record ProfileErased(ProfileId profile) {

}
