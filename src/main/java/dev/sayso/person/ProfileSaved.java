package dev.sayso.person;

import java.time.Instant;
import java.util.Map;

import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

/**
 * Somebody was created or edited; published in the transaction of the change, so that
 * what was said for an address comes to whoever gains it.
 *
 * @param created whether they are new
 * @param gained the addresses they have now and had not, in normal form
 * @param lost the addresses they had
 */
public record ProfileSaved(ProfileId profile, boolean created, Map<Channel, String> gained, Map<Channel, String> lost,
		ProfileEditor by, Instant at) {

}
