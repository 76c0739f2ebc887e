package dev.sayso.contact.feed;

import java.util.List;

import dev.sayso.shared.ProfileId;

/**
 * Changes became visible to this instance, which others may have written; published
 * outside of any transaction, a fraction of a second after the first.
 *
 * @param people whose they are
 * @param everybody whether they are of more people than are named
 */
public record ChangesSeen(List<ProfileId> people, boolean everybody) {

}
