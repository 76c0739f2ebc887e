package dev.sayso.mail;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.ProfileId;

/**
 * A mail that is asked for.
 *
 * @param kind key of the {@link MailKind} that composes it
 * @param address whom it goes to
 * @param profile with whose erasure it goes; null where nobody is known
 * @param language tag of the language of its reader
 * @param payload what its kind needs to compose it; no text a stranger chose
 */
public record MailRequest(String kind, String address, @Nullable ProfileId profile, String language, String payload) {

}
